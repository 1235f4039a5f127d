const watched = new WeakMap()

export default function ({ parentElement, data, setStateValue }) {
  const watch = watched.get(parentElement) ?? {}
  Object.assign(watch, { ...data, setStateValue })
  if (!watched.has(parentElement)) {
    watched.set(parentElement, watch)
    watch.look = () => tell(watch)
    addEventListener("resize", watch.look)
    watch.look()
  }
  return () => {
    removeEventListener("resize", watch.look)
    watched.delete(parentElement)
  }
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
