// <zone-map> around the text of zones: polygons are drawn on a grid, each has a line with its name, its rule and its
// corners. Whatever changes, the GeoJSON below is what is sent. Without scripts that text alone is there.
const CZECHIA = [[48.5, 12], [51.1, 18.9]]
const OFF = ["drawMarker", "drawCircleMarker", "drawPolyline", "drawRectangle", "drawCircle", "drawText", "cutPolygon", "rotateMode"]
const round = number => Number(number.toFixed(6)) // a tenth of a metre

// Corners as one copies them from a map, a line each: "50.767110, 15.056190", latitude first.
export const written = ring => ring.slice(0, -1).map(([east, north]) => `${north}, ${east}`).join("\n")
export const closed = points => points.length ? [...points, points[0]] : []
export const turned = points => points.map(([east, north]) => [north, east])

export function cornersOf(text) {
  const pairs = text.split("\n").map(line => line.match(/\d+\.\d+|\d+/g) ?? []).filter(pair => pair.length === 2)
  return pairs.map(([north, east]) => [round(Number(east)), round(Number(north))])
}
const Base = globalThis.HTMLElement ?? class {}
export class ZoneMap extends Base {
  connectedCallback() {
    const [text, list, map, add] = ["textarea[name=zones]", "ol", "[data-map]", "[data-add]"].map(one => this.querySelector(one))
    Object.assign(this, { text, list })
    this.querySelector("[data-drawing]").hidden = false
    this.map = L.map(map, { attributionControl: false, minZoom: 6, maxZoom: 19 }).fitBounds(CZECHIA)
    new (L.GridLayer.extend({ createTile: spot => this.square(spot) }))().addTo(this.map)
    this.map.pm.addControls(Object.fromEntries(OFF.map(name => [name, false])))
    this.map.pm.setLang(document.documentElement.lang.startsWith("cs") ? "cz" : "en")
    for (const one of map.querySelectorAll(".leaflet-buttons-control-button")) one.ariaLabel = one.parentElement.title
    this.map.on("pm:create", ({ layer }) => this.take(layer) && this.write())
    this.map.on("pm:remove", ({ layer }) => layer.line.remove() ?? this.write())
    text.addEventListener("change", () => this.read())
    add.addEventListener("click", () => this.take(L.polygon([])).querySelector("input").focus())
    this.read()
  }

  square({ x, y, z }) { // of the grid: it says the coordinates of its north-western corner
    const one = L.DomUtil.create("div", "zone-square")
    const { lat, lng } = this.map.unproject([x * 256, y * 256], z)
    one.textContent = `${lat.toFixed(4)}, ${lng.toFixed(4)}`
    return one
  }

  read() {
    for (const line of this.list.querySelectorAll("li")) line.layer.remove() && line.remove()
    let found = []
    try { found = JSON.parse(this.text.value || "{}").features ?? [] } catch { return } // the server says what is wrong
    for (const { geometry, properties } of found) this.take(L.polygon(turned(geometry.coordinates[0].slice(0, -1))), properties)
    this.look()
  }

  take(layer, { name = "", rule = "" } = {}) {
    const line = this.querySelector("template").content.firstElementChild.cloneNode(true)
    const [called, ruled, corners] = line.querySelectorAll("input, textarea")
    const tell = () => { corners.value = written(this.ring(layer)) }
    const moved = () => { layer.setLatLngs(turned(cornersOf(corners.value))); this.write(); this.look() }
    Object.assign(called, { value: name }) && Object.assign(ruled, { value: rule })
    line.layer = Object.assign(layer.addTo(this.map), { line })
    layer.on("pm:edit pm:dragend", () => { tell(); this.write() })
    corners.addEventListener("change", moved)
    line.addEventListener("input", () => this.write())
    line.querySelector("button").addEventListener("click", () => { layer.remove(); line.remove(); this.write() })
    this.list.append(line)
    tell()
    return line
  }

  ring = layer => closed((layer.getLatLngs()[0] ?? []).map(({ lat, lng }) => [round(lng), round(lat)]))
  lines = () => [...this.list.children].filter(({ layer }) => this.ring(layer).length)
  look() {
    const bounds = L.featureGroup(this.lines().map(({ layer }) => layer)).getBounds()
    this.map.fitBounds(bounds.isValid() ? bounds.pad(0.3) : CZECHIA)
  }

  write() {
    const features = this.lines().map(line => {
      const [name, rule] = [...line.querySelectorAll("input")].map(input => input.value)
      return { type: "Feature", properties: { name, rule }, geometry: { type: "Polygon", coordinates: [this.ring(line.layer)] } }
    })
    this.text.value = features.length ? JSON.stringify({ type: "FeatureCollection", features }) : ""
  }
}
globalThis.customElements?.define("zone-map", ZoneMap)
