function draw(list, { beside, items }) {
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.names : null
  list.classList.toggle("nz-beside", beside)
  list.replaceChildren(...items.map(item => row(list, item)))
  if (held) [...list.querySelectorAll("button")].find(b => b.dataset.names === held)?.focus()
}

function row(list, { names, words, about, strong, opens, steps }) {
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
  if (steps.length) item.append(ways(list, names, steps, `${strong} ${words}`))
  return item
}

function said(about) {
  const line = element("p", "", "nz-counted")
  line.append(...about.map(part => (part.way ? link(part) : part)))
  return line
}

// Each is named after what it changes, as there are several of each.
function ways(list, names, steps, whose) {
  const group = element("div", "", "nz-steps")
  group.append(...steps.map(step => {
    const button = element("button", step)
    button.type = "button"
    button.dataset.names = JSON.stringify([...names, step])
    button.setAttribute("aria-label", `${step}: ${whose.trim()}`)
    button.onclick = () => list.choose([...names, step])
    return button
  }))
  return group
}
