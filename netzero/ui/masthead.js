function draw(head, { name, about, pages, menu, said, month }) {
  head.nextElementSibling.textContent = said
  const held = head.contains(document.activeElement) ? document.activeElement.textContent : null
  const links = element("nav")
  links.setAttribute("aria-label", "Pages")
  links.append(...pages.map(page => way(head, page)))
  const title = element("p", "", "nz-name")
  title.append(element("strong", name), " ", about)
  const paper = element("p", "", "nz-paper")
  head.replaceChildren(title, menu ? folded(pages, links) : links, paper)
  window.onbeforeprint = () => (paper.textContent = `${said}. ${liveView(month)}`)
  follow(head)
  if (held) [...head.querySelectorAll("a, summary")].find(e => e.textContent === held)?.focus()
}

// Paper leads back to the view that it shows, at its month.
function liveView([parameter, month]) {
  const view = new URL(location.href)
  view.searchParams.set(parameter, month)
  return view.href
}

function folded(pages, links) {
  const menu = element("details")
  menu.append(element("summary", pages.find(page => page.here).title), links)
  menu.onkeydown = event => {
    if (event.key !== "Escape" || !menu.open) return
    menu.open = false
    menu.firstChild.focus()
  }
  return menu
}

function way(head, { name, title, href, here }) {
  const found = element("a", title)
  found.href = href
  found.dataset.way = JSON.stringify([name])
  if (here) found.setAttribute("aria-current", "page")
  return found
}

// A plain press on a link to a page, wherever it stands, changes the page without loading it anew;
// any other opens the link as links do. A button of the page's words says what it stands for.
function follow(head) {
  document.removeEventListener("click", window.nzFollow)
  window.nzFollow = event => {
    const link = event.target.closest?.("[data-way]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    head.choose(JSON.parse(link.dataset.way))
  }
  document.addEventListener("click", window.nzFollow)
}
