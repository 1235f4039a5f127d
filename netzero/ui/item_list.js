function draw(list, { beside, items }) {
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.names : null
  list.classList.toggle("nz-beside", beside)
  list.replaceChildren(...items.map(item => row(list, item)))
  if (held) [...list.querySelectorAll("button")].find(b => b.dataset.names === held)?.focus()
}

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
  if (about.length) item.append(said(about))
  return item
}

function said(about) {
  const line = element("p", "", "nz-counted")
  line.append(...about.map(part => (part.way ? link(part) : part)))
  return line
}
