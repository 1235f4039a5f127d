// Between the values of a cell that have a line each (grid.py).
const BREAK = "\n"

function draw(box, { caption, columns, letters, by, down, rows }) {
  const held = box.contains(document.activeElement) ? document.activeElement.dataset.names : null
  const table = element("table", "", "nz-table nz-grid")
  const head = element("tr")
  head.append(...columns.map((name, place) => {
    const order = name === by ? (down ? "descending" : "ascending") : "none"
    const cell = by === null ? element("th", name) : heading(box, name, order)
    cell.scope = "col"
    if (letters.length) cell.style.minWidth = `${letters[place] / 2}em`
    return cell
  }))
  table.append(element("caption", caption), section("thead", [head]), section("tbody", rows.map(row => line(box, row))))
  box.setAttribute("aria-label", caption)
  box.replaceChildren(table)
  if (held) [...box.querySelectorAll("button")].find(button => button.dataset.names === held)?.focus()
}

function section(name, lines) {
  const found = element(name)
  found.append(...lines)
  return found
}

function heading(box, name, order) {
  const cell = element("th")
  cell.setAttribute("aria-sort", order)
  cell.append(button(box, ["sort", name], name))
  return cell
}

// The first cell is the button; a press beside the links and buttons of a row does what it does.
function line(box, { names, cells: [first, ...rest] }) {
  const row = element("tr")
  const head = element("th")
  head.scope = "row"
  head.append(button(box, names, ...first))
  row.append(head, ...rest.map(cell))
  row.onclick = event => {
    if (!event.target.closest("a, button") && !String(getSelection())) box.choose(names)
  }
  return row
}

function cell(parts) {
  const found = element("td")
  found.append(...parts.map(part => (part.way ? link(part) : part === BREAK ? element("br") : part)))
  return found
}

function button(box, names, ...words) {
  const found = element("button")
  found.type = "button"
  found.append(...words)
  found.dataset.names = JSON.stringify(names)
  found.onclick = () => box.choose(names)
  return found
}
