// What is dragged is one of these slides, not a file or a text from elsewhere.
const SLIDE = "application/x-nz-slide"
const LATE = 3000 // milliseconds after which an answer that brings no change is not waited for

// Slides are moved here at once, so that quick presses speak of what they see; what was done since the
// last answer is sent in one list, and nothing is sent before the last was answered.
function draw(box, data) {
  box.data = data
  box.shown = data.slides.map((slide, from) => ({ slide, from }))
  box.waiting = box.blocked = false
  box.todo = (box.todo ?? []).map(what => since(box.sent, what))
  for (const [step, places] of box.todo) if (step === "arrange") box.shown = places.map(from => box.shown[from])
  render(box)
  if (box.todo.length) send(box)
}

function render(box) {
  const held = written(box)
  box.replaceChildren(...box.shown.map(({ slide }, place) => line(box, slide, place)))
  rewrite(box, held)
  const { then } = box
  if (!then) return
  const item = box.children[Math.min(then.to, box.shown.length - 1)]
  const found = item && [...item.querySelectorAll("[data-step]")].find(e => e.dataset.step === then.step && !e.disabled)
  ;(found ?? item?.querySelector("button:enabled"))?.focus()
  if (then.said) box.nextElementSibling.textContent = then.said
}

function line(box, slide, place) {
  const item = element("li", "", "nz-slide")
  item.ondragover = event => event.dataTransfer.types.includes(SLIDE) && event.preventDefault()
  item.ondrop = event => {
    const from = event.dataTransfer.getData(SLIDE)
    if (!(from in box.shown)) return
    event.preventDefault()
    if (Number(from) !== place) move(box, Number(from), place)
  }
  const handle = thumb(slide)
  handle.draggable = true
  handle.ondragstart = event => event.dataTransfer.setData(SLIDE, String(place))
  item.append(element("span", `${place + 1}`, "nz-place"), handle, words(slide), steps(box, slide, place))
  const own = element("div", "", "nz-own")
  own.append(...slide.texts.map(text => field(box, place, text)))
  item.append(own)
  return item
}

// What the slide looks like, drawn small; its message stands beside it in full size.
function thumb({ drawing }) {
  const found = element("div", "", "nz-thumb")
  found.setAttribute("aria-hidden", "true")
  found.innerHTML = drawing // drawn by the server, its words escaped
  return found
}

function words({ finding, about, own }) {
  const found = element("div", "", "nz-words")
  const line = element("p", about)
  if (own) line.append(" ", element("strong", own, "nz-kept"))
  found.append(element("h2", finding), line)
  return found
}

function steps(box, slide, place) {
  const group = element("div", "", "nz-steps")
  const number = place + 1
  const add = (step, label, name, act, disabled) => {
    const button = element("button", label)
    button.type = "button"
    button.disabled = disabled
    button.dataset.step = step
    button.setAttribute("aria-label", name)
    button.onclick = act
    group.append(button)
  }
  add("up", "↑", `Move slide ${number} up`, () => move(box, place, place - 1, "up"), !place)
  add("down", "↓", `Move slide ${number} down`, () => move(box, place, place + 1, "down"), number === box.shown.length)
  for (const [step, label] of slide.steps) {
    const full = step === "duplicate" && box.shown.length >= box.data.most
    add(step, label, `${label}: slide ${number}`, () => change(box, place, step), full)
  }
  return group
}

function field(box, place, { name, label, text, rows }) {
  const open = element("details")
  open.open = Boolean(text) && name === "words"
  const input = element("textarea", text)
  input.rows = rows
  input.maxLength = box.data.longest
  input.setAttribute("aria-label", `${label}, slide ${place + 1}`)
  input.onchange = () => {
    box.then = null
    todo(box, [name, box.shown[place].from, input.value])
  }
  open.append(element("summary", label), input)
  return open
}

// --- What is done

function move(box, from, to, step = "down") {
  if (box.blocked) return
  const [moved] = box.shown.splice(from, 1)
  box.shown.splice(to, 0, moved)
  box.then = { step, to, said: `Slide ${from + 1} is now slide ${to + 1}: ${moved.slide.finding}` }
  render(box)
  todo(box, ["arrange", box.shown.map(({ from }) => from)])
}

// This changes how many slides there are, or what they say: nothing else until it is answered.
function change(box, place, step) {
  if (box.blocked) return
  box.blocked = true
  box.then = { step, to: place }
  todo(box, [step, box.shown[place].from])
}

function todo(box, what) {
  box.todo = [...(box.todo ?? []).filter(([step]) => step !== "arrange" || what[0] !== "arrange"), what]
  if (!box.waiting) send(box)
}

// What was done in places of the order before, in those of the order that came of what was sent.
function since(sent, [step, given, ...rest]) {
  const now = place => sent.indexOf(place)
  return [step, Array.isArray(given) ? given.map(now) : now(given), ...rest]
}

function send(box) {
  box.waiting = true
  const list = box.todo
  const arranged = list.find(([step]) => step === "arrange")
  box.sent = arranged ? arranged[1] : box.shown.map(({ from }) => from)
  box.todo = []
  box.choose([box.data.order, JSON.stringify(list)])
  clearTimeout(box.late)
  box.late = setTimeout(() => {
    box.waiting = box.blocked = false
    if (box.todo.length) send(box)
  }, LATE)
}

// --- What is being written is kept while something else is answered, and what is open stays so

function written(box) {
  const open = [...box.querySelectorAll("details[open] textarea")].map(name)
  const active = document.activeElement
  const input = box.contains(active) && active.matches("textarea") ? active : null
  return { open, at: input && name(input), value: input?.value, place: input?.selectionStart }
}

function rewrite(box, { open, at, value, place }) {
  for (const input of box.querySelectorAll("textarea")) {
    if (open.includes(name(input))) input.closest("details").open = true
    if (name(input) !== at) continue
    input.value = value
    input.focus()
    input.setSelectionRange(place, place)
  }
}

function name(input) {
  return input.getAttribute("aria-label")
}
