function draw(box, { slides }) {
  box.replaceChildren(...slides.map(({ caption, finding, drawing }) => {
    const figure = element("figure")
    const slide = element("div", "", "nz-small-slide")
    const picture = element("div", "", "nz-small-picture")
    picture.innerHTML = drawing // drawn by the server, its words escaped
    slide.append(element("p", finding), picture)
    figure.append(element("figcaption", caption), slide)
    return figure
  }))
}
