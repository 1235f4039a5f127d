// Runs before the app does: the server is to know the window before it draws the first page.
function tellWindow() {
  document.cookie = `nz_window=${innerWidth}x${innerHeight}; path=/; SameSite=Lax`
}
tellWindow()
addEventListener("resize", tellWindow)
