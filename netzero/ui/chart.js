// The paper of the style sheet for print: A4 across, less its margins, in CSS pixels.
const PAPER = 1047
// The least side of what a finger must hit.
const FINGER = 24
// How long a sketch stands before Plotly is fetched, and how far it may be stretched.
const REST = 500
const STRETCH = 0.04

const charts = new WeakMap()
let loading

export default function ({ parentElement, data, setTriggerValue }) {
  let chart = charts.get(parentElement)
  if (!chart) charts.set(parentElement, (chart = new Chart(parentElement.querySelector(".nz-chart"))))
  chart.pick = names => setTriggerValue("pick", names)
  chart.show(data)
  return () => {
    charts.delete(parentElement)
    chart.end()
  }
}

// A tag for the whole page: Plotly is fetched and run once, however many charts there are.
function plotly(address) {
  loading ??= new Promise((done, fail) => {
    const script = document.createElement("script")
    script.src = new URL(address, document.baseURI)
    script.onload = () => done(window.Plotly)
    script.onerror = () => {
      loading = undefined
      script.remove()
      fail(new Error(`${script.src} cannot be loaded`))
    }
    document.head.append(script)
  })
  return loading
}

function inflated(data) {
  const whole = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"))
  return new Response(whole).text()
}

// What stands below the window waits until what is in it is there.
function idle() {
  return new Promise(done => (window.requestIdleCallback ?? setTimeout)(done))
}

function pause(milliseconds) {
  return new Promise(done => setTimeout(done, milliseconds))
}

class Chart {
  constructor(root) {
    this.root = root
    this.plot = element("div", "nz-plot")
    this.plot.setAttribute("aria-hidden", "true")
    this.sketched = element("div", "nz-sketch")
    this.sketched.setAttribute("aria-hidden", "true")
    this.marks = element("div", "nz-marks")
    this.marks.setAttribute("role", "group")
    this.tip = element("div", "nz-tip")
    this.tip.setAttribute("aria-hidden", "true")
    this.tip.hidden = true
    root.replaceChildren(this.plot, this.sketched, this.marks, this.tip)
    this.listen()
  }

  listen() {
    this.ended = new AbortController()
    const on = (target, event, act) =>
      target.addEventListener(event, act, { signal: this.ended.signal })
    for (const event of ["pointerover", "focusin"]) on(this.marks, event, e => this.tell(e.target))
    for (const event of ["pointerout", "focusout"]) on(this.marks, event, () => this.tell(null))
    on(this.marks, "click", e => this.choose(e.target))
    on(this.marks, "keydown", e => this.press(e))
    on(window, "beforeprint", () => this.print(true))
    on(window, "afterprint", () => this.print(false))
    on(matchMedia("print"), "change", e => this.print(e.matches))
    this.sizes = new ResizeObserver(() => !this.printing && this.resize())
    this.sizes.observe(this.root)
  }

  end() {
    this.ended.abort()
    this.sizes.disconnect()
    this.drawn?.purge(this.plot)
    this.drawn = undefined
  }

  async show(data) {
    this.asked = data
    // A chart that differs in nothing but its sketch is the same: what is held of it stays.
    const [text, sketched] = (await inflated(data)).split("\n", 2)
    if (data !== this.asked || text === this.text) return
    this.text = text
    this.svg = sketched
    this.chart = JSON.parse(text)
    this.root.style.minHeight = `${this.chart.layout.height}px`
    this.root.toggleAttribute("data-upright", Boolean(this.chart.sheet)) // paper stands upright
    this.sketch()
    if (sketched && !window.Plotly) await pause(REST).then(idle)
    const Plotly = await plotly(this.root.dataset.plotly)
    if (this.root.getBoundingClientRect().top > innerHeight) await idle()
    // Meanwhile a newer chart may have come, the reader may have left, or printed.
    if (text !== this.text || this.ended.signal.aborted || text === this.shown) return
    this.begin(Plotly)
  }

  // With the first view of a visit comes what Plotly will draw, for about this width: it stands, its
  // marks within reach, until Plotly is there, which takes a second to be read.
  sketch() {
    this.sketched.replaceChildren()
    if (!this.svg || window.Plotly) return
    const drawn = new DOMParser().parseFromString(this.svg, "image/svg+xml").documentElement
    const stretch = this.root.clientWidth / drawn.viewBox?.baseVal.width - 1
    if (!(Math.abs(stretch) <= STRETCH)) return // no picture, or the page is not laid out yet
    drawn.setAttribute("preserveAspectRatio", "none")
    // Elsewhere its letters may be others, and are fitted. Here they are those of the page.
    for (const text of drawn.querySelectorAll("text")) text.removeAttribute("textLength")
    this.sketched.append(document.adoptNode(drawn))
    this.width = this.root.clientWidth
    if (this.named === this.text) this.place()
    else this.name()
  }

  begin(Plotly) {
    this.shown = this.text
    this.drawn = Plotly
    this.width = undefined
    if (this.named !== this.text) this.buttons = undefined // those of another chart
    this.draw()
    this.sketched.replaceChildren()
    if (this.named !== this.text) this.name()
  }

  resize() {
    if (this.drawn) this.draw()
    else if (this.chart) this.sketch()
  }

  draw(width = this.root.clientWidth) {
    if (!width || width === this.width) return
    this.width = width
    const { data, layout } = this.form()
    this.root.style.minHeight = `${layout.height}px`
    this.drawn.react(this.plot, data, { ...layout, width }, { displayModeBar: false, ...this.chart.config })
    this.place()
  }

  form() {
    return (this.printing && this.chart.sheet) || this.chart
  }

  print(on) {
    if (window.Plotly && this.text !== this.shown) this.begin(window.Plotly)
    if (!this.drawn || on === Boolean(this.printing)) return
    this.printing = on
    this.width = undefined
    if (!on) return this.draw()
    this.draw(this.chart.sheet?.layout.width ?? PAPER)
  }

  name() {
    this.named = this.text
    const { title, marks, ways } = this.chart
    const held = document.activeElement?.parentElement === this.marks
    const kept = this.current && nameOf(this.current)
    this.marks.setAttribute("aria-label", title)
    this.buttons = marks.map(([names, words]) => {
      const button = element("button", "nz-mark")
      button.type = "button"
      button.tabIndex = -1
      button.setAttribute("aria-label", words)
      button.dataset.names = JSON.stringify(names)
      return button
    })
    const everywhere = this.root.dataset.kept.split(" ")
    this.buttons.push(...ways.map(([way, page, parameter]) => link(way, page, parameter, everywhere)))
    this.tell(null)
    this.marks.replaceChildren(...this.buttons)
    this.place()
    this.hold((kept && this.buttons.find(button => nameOf(button) === kept)) ?? this.buttons[0])
    if (held) this.current?.focus({ preventScroll: true })
  }

  // Nothing is asked of Plotly but to keep to the margins, ranges and size that it was given.
  place() {
    if (!this.buttons) return
    const { margin, height, xaxis, yaxis } = this.form().layout
    const across = scale(xaxis, margin.l, this.width - margin.r)
    const upward = scale(yaxis, height - margin.b, margin.t)
    const box = ([left, right], y0, y1) => {
      const [top, bottom] = span(upward(y0), upward(y1), margin.t, height - margin.b)
      return { left, top, width: right - left, height: bottom - top }
    }
    this.boxes = [
      ...this.chart.marks.map(([, , [x0, x1, y0, y1]]) =>
        box(span(across(x0), across(x1), margin.l, this.width - margin.r), y0, y1)
      ),
      ...this.chart.ways.map(([, , , [reach, ...edges]]) => box([0, reach], ...edges)),
    ]
    this.buttons.forEach((button, i) => {
      const box = this.boxes[i]
      button.hidden = box.width < 0 || box.height < 0
      for (const side in box) button.style[side] = `${Math.max(0, box[side])}px`
    })
  }

  hold(button) {
    if (!button) return
    if (this.current) this.current.tabIndex = -1
    this.current = button
    button.tabIndex = 0
  }

  tell(mark) {
    const words = mark?.getAttribute?.("aria-label")
    this.tip.hidden = !words || mark === this.marks
    if (this.tip.hidden) return
    this.hold(mark)
    this.tip.textContent = words
    const box = this.boxes[this.buttons.indexOf(mark)]
    const left = Math.min(box.left, this.width - this.tip.offsetWidth)
    const above = box.top - this.tip.offsetHeight - 6
    this.tip.style.left = `${Math.max(0, left)}px`
    this.tip.style.top = `${above < 0 ? box.top + box.height + 6 : above}px`
  }

  choose(mark) {
    if (mark.dataset.names) this.pick(JSON.parse(mark.dataset.names))
  }

  press(event) {
    if (event.key === "Escape") this.tip.hidden = true
    const next = this.beside(event.key)
    if (!next) return
    event.preventDefault()
    this.hold(next)
    next.focus()
  }

  // Up and down lead to the nearest row, left and right along the row, or on where it ends.
  beside(key) {
    const shown = this.buttons.filter(button => !button.hidden)
    const here = this.buttons.indexOf(this.current)
    if (key === "Home") return shown[0]
    if (key === "End") return shown.at(-1)
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key]
    if (!way) return undefined
    const [x, y] = middle(this.boxes[here])
    let best, least
    for (const button of shown) {
      const [dx, dy] = middle(this.boxes[this.buttons.indexOf(button)]).map((v, i) => v - [x, y][i])
      const along = Math.round(dx * way[0] + dy * way[1])
      const aside = Math.round(Math.abs(dx * way[1] + dy * way[0]))
      if (along <= 0 || (way[0] && aside > 2)) continue
      const far = along * 10000 + aside
      if (best === undefined || far < least) [best, least] = [button, far]
    }
    return best ?? (way[0] ? shown[shown.indexOf(this.current) + way[0]] : undefined)
  }
}

function nameOf(mark) {
  return mark.dataset.names ?? mark.dataset.way
}

// The name of a row leads to whoever it names, with the parameters of every page as they are then.
function link([side, name], page, parameter, everywhere) {
  const found = element("a", "nz-mark")
  const aim = () => {
    const held = [...new URLSearchParams(location.search)].filter(([key]) => everywhere.includes(key))
    const query = new URLSearchParams(held.filter(([key]) => key !== parameter))
    query.set(parameter, name)
    found.href = `${page}?${query}`
  }
  aim()
  for (const event of ["pointerdown", "focus"]) found.addEventListener(event, aim)
  found.tabIndex = -1
  found.setAttribute("aria-label", name)
  found.dataset.way = JSON.stringify([side, name])
  return found
}

function element(name, className) {
  return Object.assign(document.createElement(name), { className })
}

function scale({ range, domain = [0, 1] }, from, to) {
  const [low, high] = range.map(time)
  const start = from + domain[0] * (to - from)
  const end = from + domain[1] * (to - from)
  return value => start + ((value - low) / (high - low)) * (end - start)
}

// Plotly writes the range of an axis of dates as text without a zone, and means UTC.
function time(value) {
  if (typeof value === "number") return value
  return Date.parse(value.length > 10 ? `${value.replace(" ", "T")}Z` : value)
}

// The part of a mark inside the plot, made large enough for a finger.
function span(a, b, least, most) {
  const low = Math.max(least, Math.min(a, b))
  const high = Math.min(most, Math.max(a, b))
  const more = low <= high ? Math.max(0, FINGER - (high - low)) / 2 : 0
  return [low - more, high + more]
}

function middle({ left, top, width, height }) {
  return [left + width / 2, top + height / 2]
}
