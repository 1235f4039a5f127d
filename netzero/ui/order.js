// The slide that was acted on last, and by what: it is found again where the order has put it.
let last = null

function draw(box, { slides, most, longest }) {
  const said = box.nextElementSibling
  box.replaceChildren(...slides.map((slide, place) => line(box, slide, place, slides, { most, longest })))
  if (!last) return
  const held = box.children[Math.min(last.to, slides.length - 1)]
  const found = held && [...held.querySelectorAll("[data-step]")].find(e => e.dataset.step === last.step && !e.disabled)
  ;(found ?? held?.querySelector("button:enabled"))?.focus()
  if (last.said) said.textContent = last.said
  last = null
}

function line(box, slide, place, slides, { most, longest }) {
  const item = element("li", "", "nz-slide")
  item.draggable = true
  item.ondragstart = event => event.dataTransfer.setData("text/plain", String(place))
  item.ondragover = event => event.preventDefault()
  item.ondrop = event => {
    event.preventDefault()
    const from = Number(event.dataTransfer.getData("text/plain"))
    if (Number.isInteger(from) && from !== place) move(box, slides, from, place)
  }
  item.append(element("span", `${place + 1}`, "nz-place"), thumb(slide), words(slide), steps(box, slides, place, most))
  const own = element("div", "", "nz-own")
  for (const { name, label, text, rows } of slide.texts) own.append(field(box, place, { name, label, text, rows, longest }))
  item.append(own)
  return item
}

// What the slide looks like, drawn small; its message stands beside it in full size.
function thumb({ drawing }) {
  const found = element("div", "", "nz-thumb")
  found.setAttribute("aria-hidden", "true")
  found.innerHTML = drawing
  return found
}

function words({ finding, about, own }) {
  const found = element("div", "", "nz-words")
  const line = element("p", about)
  if (own) line.append(" ", element("strong", own, "nz-kept"))
  found.append(element("h2", finding), line)
  return found
}

function steps(box, slides, place, most) {
  const group = element("div", "", "nz-steps")
  const number = place + 1
  const add = (step, label, name, act, disabled = false) => {
    const button = element("button", label)
    button.type = "button"
    button.disabled = disabled
    button.dataset.step = step
    button.setAttribute("aria-label", name)
    button.onclick = act
    group.append(button)
  }
  add("up", "↑", `Move slide ${number} up`, () => move(box, slides, place, place - 1, "up"), !place)
  add("down", "↓", `Move slide ${number} down`, () => move(box, slides, place, place + 1, "down"), number === slides.length)
  for (const [step, label] of slides[place].steps) {
    const full = step === "duplicate" && slides.length >= most
    add(step, label, `${label}: slide ${number}`, () => choose(box, [place, step], { step, to: place }), full)
  }
  return group
}

function field(box, place, { name, label, text, rows, longest }) {
  const open = element("details")
  open.open = Boolean(text) && name === "words"
  const input = element("textarea", text)
  input.rows = rows
  input.maxLength = longest
  input.setAttribute("aria-label", `${label}, slide ${place + 1}`)
  input.onchange = () => choose(box, [place, name, input.value], null)
  open.append(element("summary", label), input)
  return open
}

function move(box, slides, from, to, step = "down") {
  const said = `Slide ${from + 1} is now slide ${to + 1}: ${slides[from].finding}`
  choose(box, [from, "to", to], { step, to, said })
}

function choose(box, names, then) {
  last = then
  box.choose(names.map(String))
}
