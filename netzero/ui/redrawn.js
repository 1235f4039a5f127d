// Before the script of a component that is drawn anew when, and only when, what it shows has changed.
// That script gives draw(root, content); root.choose(names) says that something was picked.
const reader = new TextDecoder()
const drawn = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector("[data-redrawn]")
  root.choose = names => setTriggerValue("pick", names)
  const text = reader.decode(data)
  if (drawn.get(root) === text) return
  drawn.set(root, text)
  draw(root, JSON.parse(text))
}

// Words are set as text, never as markup.
function element(name, text = "", className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className })
}

// What masthead.js follows.
function link({ text, way, href }) {
  const found = element("a", text, "nz-way")
  found.href = href
  found.dataset.way = JSON.stringify(way)
  return found
}
