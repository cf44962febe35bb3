// What is wrong with the open page at this width, what axe cannot decide, and which places are new.
//
// A place is an element with what it stands in: their tags, classes and attributes. Contrast takes
// most of axe's time and follows from the place, so of every place that has a text one is judged at
// each width, on whatever page it first occurs. All other rules look at the whole page, unless the
// same address was looked at before, for someone in another role, and no place is new.
async ([width, known, again]) => {
    const options = {preload: false, resultTypes: ["violations", "incomplete"]}
    const telling = ["class", "type", "role", "aria-current", "aria-invalid"]
    const blocks = "h1, h2, h3, p, li, dt, dd, th, td, label, legend, button"

    const named = node => node.tagName + node.getAttributeNames().sort().map(
        name => telling.includes(name) ? `[${name}=${node.getAttribute(name)}]` : `[${name}]`
    ).join("")
    const short = text => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)
    const paths = new Map()
    const place = node => {
        if (!node) return width
        if (!paths.has(node)) paths.set(node, short(`${place(node.parentElement)} ${named(node)}`))
        return paths.get(node)
    }
    const speaks = node => node.matches("input, select, textarea")
        || [...node.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim())
    const sticksOut = node => node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
        && node.checkVisibility() && getComputedStyle(node).overflowX === "visible"
    const shown = node => `${node.tagName} ${node.textContent.trim().slice(0, 40)}`

    document.querySelectorAll("details").forEach(one => { one.open = true })
    const before = new Set(known.split(" ").map(Number))
    const fresh = new Map()
    for (const node of document.body.querySelectorAll("*")) {
        if (!before.has(place(node)) && node.checkVisibility()) fresh.set(place(node), node)
    }

    const told = []
    if (fresh.size || !again) {
        told.push(await axe.run({...options, rules: {"color-contrast": {enabled: false}}}))
    }
    const texts = [...fresh.values()].filter(speaks)
    if (texts.length) {
        told.push(await axe.run({include: texts}, {...options, runOnly: ["color-contrast"]}))
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
        places: [...fresh.keys()].join(" "),
    }
}
