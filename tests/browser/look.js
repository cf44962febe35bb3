// What is wrong with the open page at this width, what axe cannot decide, and which places are new.
//
// Contrast takes most of axe's time and follows from where a text stands: what stands in the same
// elements with the same classes has the same colours. So of every such place one text is judged
// at each width, on whatever page it first occurs; all other rules look at the whole page.
async ([width, known]) => {
    const options = {preload: false, resultTypes: ["violations", "incomplete"]}
    const telling = ["class", "type", "role", "aria-current", "aria-invalid"]
    const blocks = "h1, h2, h3, p, li, dt, dd, th, td, label, legend, button"

    const named = node => node.tagName + node.getAttributeNames().sort().map(
        name => telling.includes(name) ? `[${name}=${node.getAttribute(name)}]` : `[${name}]`
    ).join("")
    const path = node => node ? path(node.parentElement) + ">" + named(node) : width
    const short = text => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)
    const speaks = node => node.matches("input, select, textarea")
        || [...node.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim())
    const sticksOut = node => node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
        && node.checkVisibility() && getComputedStyle(node).overflowX === "visible"
    const shown = node => `${node.tagName} ${node.textContent.trim().slice(0, 40)}`

    document.querySelectorAll("details").forEach(one => { one.open = true })
    const before = new Set(known)
    const places = new Map()
    for (const node of document.body.querySelectorAll("*")) {
        if (!speaks(node) || !node.checkVisibility()) continue
        const place = short(path(node))
        if (!before.has(place) && !places.has(place)) places.set(place, node)
    }

    const told = [await axe.run({...options, rules: {"color-contrast": {enabled: false}}})]
    if (places.size) {
        const texts = {include: [...places.values()]}
        told.push(await axe.run(texts, {...options, runOnly: ["color-contrast"]}))
    }
    const listed = type => told.flatMap(result => result[type]).flatMap(
        rule => rule.nodes.map(node => [rule.id, node.html, node.target.join(" ")])
    )
    const root = document.documentElement
    return {
        wider: root.scrollWidth - root.clientWidth,
        sticking: [...document.querySelectorAll(blocks)].filter(sticksOut).map(shown),
        wrong: listed("violations"),
        undecided: listed("incomplete"),
        places: [...places.keys()],
    }
}
