const reader = new TextDecoder()
const drawn = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const list = parentElement.querySelector(".nz-list")
  list.choose = names => setTriggerValue("pick", names)
  const text = reader.decode(data)
  if (drawn.get(list) === text) return
  drawn.set(list, text)
  draw(list, JSON.parse(text))
}

function draw(list, { beside, items }) {
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.names : null
  list.classList.toggle("nz-beside", beside)
  list.replaceChildren(...items.map(item => row(list, item)))
  if (held) [...list.querySelectorAll("button")].find(b => b.dataset.names === held)?.focus()
}

// Words are set as text, never as markup.
function row(list, { names, words, about, strong, opens }) {
  const button = document.createElement("button")
  button.type = "button"
  button.disabled = !opens
  button.dataset.names = JSON.stringify(names)
  button.onclick = () => list.choose(names)
  if (strong) button.append(element("strong", strong), " ")
  button.append(words)
  const item = document.createElement("li")
  item.append(button)
  if (about) item.append(element("p", about, "nz-counted"))
  return item
}

function element(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className })
}
