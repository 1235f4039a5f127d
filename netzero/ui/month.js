function draw(box, { months, chosen, steps, today }) {
  const held = box.contains(document.activeElement) ? document.activeElement.dataset.name : null
  const list = document.createElement("select")
  list.append(...months.map(([month, label]) => new Option(label, month, false, month === chosen)))
  list.dataset.name = "list"
  list.onchange = () => box.choose([list.value])
  const label = document.createElement("label")
  label.append("As at", list)
  const [before, after] = steps.map(([month, words], place) => button(box, month, words, `step${place}`))
  box.replaceChildren(label, before, after)
  if (today) box.append(button(box, "", today, "today"))
  if (held) (box.querySelector(`[data-name=${held}]`) ?? list).focus()
}

function button(box, month, words, name) {
  const made = document.createElement("button")
  Object.assign(made, { type: "button", textContent: words, onclick: () => box.choose([month]) })
  made.disabled = month === null
  made.dataset.name = name
  return made
}
