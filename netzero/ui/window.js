const watched = new WeakMap()
// How long whoever takes a thing away has to put the focus elsewhere itself.
const PATIENCE = 200

export default function ({ parentElement, data, setStateValue }) {
  const watch = watched.get(parentElement) ?? {}
  Object.assign(watch, { ...data, setStateValue })
  if (!watched.has(parentElement)) {
    watched.set(parentElement, watch)
    watch.look = () => tell(watch)
    addEventListener("resize", watch.look)
    watch.look()
    watch.keep = keepFocus()
  }
  return () => {
    removeEventListener("resize", watch.look)
    watch.keep.abort()
    watched.delete(parentElement)
  }
}

// What was pressed may be gone with the next run. Then the focus goes to the heading of the page, so
// that a keyboard goes on from there and not from the top of the window.
function keepFocus() {
  const ended = new AbortController()
  let last
  const mend = () => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    const heading = document.querySelector("h1")
    if (!heading) return
    last = undefined
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  const seen = new MutationObserver(() => last && !last.isConnected && setTimeout(mend, PATIENCE))
  seen.observe(document.body, { childList: true, subtree: true })
  addEventListener("focusin", event => (last = event.target), { signal: ended.signal })
  ended.signal.addEventListener("abort", () => seen.disconnect())
  return ended
}

function tell(watch) {
  // Paper is not a screen: what is printed must not change what the reader sees.
  if (matchMedia("print").matches) return
  const form = watch.forms.find(([, widest]) => innerWidth <= widest)[0]
  const low = innerHeight < watch.tall
  if (form === watch.known.form && low === watch.known.low) return
  watch.known = { form, low }
  watch.setStateValue("window", watch.known)
}
