// Keys, the search and the step with other windows while presenting. What is shown follows the
// address, which the server changes; what is told here is sent again until it has.
const AGAIN = 1500 // milliseconds after which a place that did not come is asked for once more
const TRIES = 8
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "n", "N"]
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p", "P"]
let wanted = null
let typed = ""

function draw(bar, data) {
  bar.data = data
  if (wanted && wanted.place === data.place) wanted = null
  keys(bar)
  share(bar)
  const held = bar.contains(document.activeElement) ? document.activeElement.dataset.act : null
  if (!bar.tools) build(bar)
  bar.tools.leave.textContent = data.away ? "Back to the slide" : "Leave"
  bar.tools.place.textContent = `${data.place} of ${data.most}`
  find(bar, data)
  if (held) bar.querySelector(`[data-act="${held}"]`)?.focus()
  clock(bar)
}

function build(bar) {
  bar.tools = {}
  const button = (act, words, does) => {
    const found = element("button", words)
    found.type = "button"
    found.dataset.act = act
    found.onclick = () => does(bar)
    bar.tools[act] = found
    return found
  }
  bar.tools.place = element("span", "", "nz-room-place")
  bar.tools.time = element("span", "", "nz-room-time")
  bar.tools.blank = element("div", "", "nz-room-blank")
  bar.tools.blank.hidden = true
  bar.tools.blank.onclick = () => blank(bar, false)
  const row = element("div", "", "nz-room-tools")
  row.append(
    button("previous", "Previous slide", bar => step(bar, -1)), button("next", "Next slide", bar => step(bar, 1)),
    button("search", "Find an action", bar => open(bar)), button("blanked", "Blank the screen", bar => blank(bar, true)),
    button("full", "Full screen", full), button("restart", "Start the clock again", restart), button("leave", "Leave", leave),
    bar.tools.place, bar.tools.time,
  )
  bar.tools.finder = element("div", "", "nz-room-finder")
  bar.replaceChildren(row, bar.tools.finder, bar.tools.blank)
}

// --- Where to go

function step(bar, by) {
  const from = wanted?.place ?? bar.data.place
  go(bar, bar.data.away ? bar.data.place : from + by)
}

function go(bar, place, told = true) {
  const target = Math.max(1, Math.min(bar.data.most, place))
  wanted = { place: target, tries: 0 }
  ask(bar)
  if (told) tell(bar, { place: target })
}

// A key pressed while the line is down, or the server starts anew, would be lost: it is sent again.
function ask(bar) {
  if (!wanted) return
  bar.choose(["go", String(wanted.place)])
  const asked = wanted
  setTimeout(() => {
    if (wanted !== asked) return
    if (asked.place === bar.data.place || ++asked.tries > TRIES) wanted = null
    else ask(bar)
  }, AGAIN)
}

// The server knows whether there is anything to go back from, also when it was opened just now.
function leave(bar) {
  bar.choose([bar.data.away ? "back" : "leave"])
  tell(bar, { back: true })
}

function show(bar, action) {
  bar.tools.finder.hidden = true
  bar.data = { ...bar.data, away: true, finding: false }
  bar.choose(["action", action])
  tell(bar, { action })
}

// The speaker's own notes stay: B there darkens the room.
function blank(bar, on, told = true) {
  if (bar.data.speaker) bar.dark = on
  else bar.tools.blank.hidden = !on
  if (told) tell(bar, { blank: on })
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.()
}

// --- Keys

function keys(bar) {
  document.removeEventListener("keydown", window.nzRoomKeys, true)
  window.nzRoomKeys = event => {
    if (!bar.isConnected || event.ctrlKey || event.metaKey || event.altKey) return
    if (press(bar, event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  document.addEventListener("keydown", window.nzRoomKeys, true)
}

function press(bar, event) {
  const { key, target } = event
  if (bar.dark || !bar.tools.blank.hidden) {
    blank(bar, false)
    return true
  }
  if (bar.data.finding) return seek(bar, event)
  // Digits before Enter ask for a slide, also while the button that was pressed last holds the focus.
  const presses = key === " " || (key === "Enter" && !typed)
  if (presses && target.closest?.("button")) return false
  if (/^\d$/.test(key)) typed = (typed + key).slice(-3)
  else if (key === "Enter" && typed) go(bar, Number(typed))
  else if (NEXT.includes(key)) step(bar, 1)
  else if (BACK.includes(key)) step(bar, -1)
  else if (key === "Home") go(bar, 1)
  else if (key === "End") go(bar, bar.data.most)
  else if (key === "s" || key === "S" || key === "/") open(bar)
  else if (key === "b" || key === "B" || key === ".") blank(bar, true)
  else if (key === "f" || key === "F") full()
  else if (key === "Escape") leave(bar)
  else return false
  if (!/^\d$/.test(key)) typed = ""
  return true
}

// --- The search

function open(bar) {
  wanted = null
  bar.data = { ...bar.data, finding: true, query: "", found: [], more: "" }
  find(bar, bar.data) // at once: what is typed next is the search's
  bar.choose(["find", ""])
}

function find(bar, { finding, query, found, more }) {
  const box = bar.tools.finder
  box.hidden = !finding
  if (!finding) return box.replaceChildren()
  let input = box.querySelector("input")
  if (!input) {
    input = element("input")
    input.type = "search"
    input.setAttribute("aria-label", "Find an action by id, words, a team or a partner")
    input.setAttribute("aria-controls", "nz-room-found")
    input.oninput = () => {
      clearTimeout(bar.typing)
      bar.typing = setTimeout(() => bar.choose(["find", input.value]), 200)
    }
    box.replaceChildren(element("h1", "Find an action", "nz-room-message"), input, Object.assign(element("ul", "", "nz-room-found"), { id: "nz-room-found" }), element("p", "", "nz-room-counted"))
  }
  bar.chosen = 0
  const list = box.querySelector("ul")
  list.replaceChildren(...found.map(([id, title]) => {
    const item = element("li")
    const button = element("button")
    button.type = "button"
    button.append(element("strong", id), ` ${title}`)
    button.onclick = () => show(bar, id)
    item.append(button)
    return item
  }))
  box.querySelector("p").textContent = more
  mark(bar)
  if (document.activeElement !== input && !list.contains(document.activeElement)) input.focus()
}

function mark(bar) {
  const items = [...bar.tools.finder.querySelectorAll("li")]
  items.forEach((item, place) => item.toggleAttribute("data-chosen", place === bar.chosen))
}

// While the search is open, letters and digits are its own.
function seek(bar, { key, isComposing }) {
  const { found } = bar.data
  if (isComposing) return false
  if (key === "Escape") bar.choose(["back"])
  else if (key === "ArrowDown" || key === "ArrowUp") {
    bar.chosen = Math.max(0, Math.min(found.length - 1, bar.chosen + (key === "ArrowDown" ? 1 : -1)))
    mark(bar)
  } else if (key === "Enter") {
    const input = bar.tools.finder.querySelector("input")
    clearTimeout(bar.typing)
    if (input.value === bar.data.query && found.length) show(bar, found[bar.chosen][0])
    else {
      bar.choose(["open", input.value])
      tell(bar, { open: input.value })
    }
  } else return false
  return true
}

// --- In step with the other windows of this browser that present the same order

function share(bar) {
  if (bar.order === bar.data.order && bar.line) return
  bar.line?.close()
  bar.order = bar.data.order
  bar.line = new BroadcastChannel(`nz-briefing-${bar.order}`)
  bar.line.onmessage = ({ data }) => {
    if (!bar.isConnected) return bar.line.close()
    const here = wanted?.place ?? bar.data.place
    if ("place" in data && (bar.data.away || data.place !== here)) go(bar, data.place, false)
    if ("where" in data && !bar.data.speaker) tell(bar, { place: here })
    if ("blank" in data && !bar.data.speaker) blank(bar, data.blank, false)
    if ("open" in data) bar.choose(["open", data.open])
    if ("action" in data) bar.choose(["action", data.action])
    if ("back" in data) bar.choose(["back"])
    if ("began" in data) clock(bar)
  }
  if (bar.data.speaker) tell(bar, { where: true }) // the room may be further on
}

function tell(bar, what) {
  bar.line?.postMessage(what)
}

// --- The time: of day, and since the start, which the windows share

function clock(bar) {
  const { time, restart } = bar.tools
  time.hidden = restart.hidden = !bar.data.speaker
  clearInterval(bar.ticking)
  if (!bar.data.speaker) return
  const tick = () => {
    if (!bar.isConnected) return clearInterval(bar.ticking)
    const now = new Date()
    const gone = Math.max(0, Math.floor((now - began()) / 1000))
    const used = `${Math.floor(gone / 60)}:${String(gone % 60).padStart(2, "0")}`
    time.textContent = `${now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })} · ${used} since the start`
  }
  tick()
  bar.ticking = setInterval(tick, 1000)
}

function began() {
  const held = Number(localStorage.getItem("nz-began"))
  if (held && Date.now() - held < 12 * 3600 * 1000) return held
  localStorage.setItem("nz-began", String(Date.now()))
  return Date.now()
}

function restart(bar) {
  localStorage.setItem("nz-began", String(Date.now()))
  clock(bar)
  tell(bar, { began: true })
}
