// The page's own script: the filter. It finds what it needs in the markup, and no data ever stands in it, so that its
// hash in the content security policy is always the same. Without it everything is shown.

export const script = `
(function () {
  'use strict'
  var form = document.getElementById('filter')
  if (!form) return
  var status = document.getElementById('shown')
  function all(selector, from) {
    return Array.prototype.slice.call((from || document).querySelectorAll(selector))
  }
  function isOff(node) {
    return node.closest('[hidden]') !== null
  }
  function update() {
    var on = {}
    all('input[type=checkbox]', form).forEach(function (box) {
      on[box.value] = box.checked
    })
    var choice = form.elements.draft ? form.elements.draft.value : ''
    all('[data-draft], [data-rest]').forEach(function (section) {
      section.hidden = choice !== '' && choice !== 'd' + section.dataset.draft && choice !== 'f' + section.dataset.file
    })
    var findings = all('[data-level]')
    findings.forEach(function (finding) {
      finding.hidden = !on[finding.dataset.level]
    })
    all('tr[data-state]').forEach(function (row) {
      var own = all('[data-level]', row)
      row.hidden = own.length > 0 ? own.every(function (finding) { return finding.hidden }) : !on[row.dataset.state]
    })
    all('[data-group]').forEach(function (group) {
      group.hidden = all('tr[data-state]', group).every(function (row) { return row.hidden })
    })
    all('[data-part]').forEach(function (part) {
      var inside = all('tr[data-state], [data-level], p.nothing', part)
      part.hidden = inside.length > 0 && inside.every(function (node) { return node.hidden })
    })
    if (!status) return
    var shown = findings.filter(function (finding) { return !isOff(finding) }).length
    status.textContent = status.dataset.words.replace('#', shown).replace('#', findings.length)
  }
  form.addEventListener('change', update)
  // A link to a draft that is filtered out brings it back.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#d"]')
    var target = link && document.getElementById(link.hash.slice(1))
    if (!target || !target.hidden) return
    form.elements.draft.value = ''
    update()
  })
  form.addEventListener('submit', function (event) { event.preventDefault() })
  form.hidden = false
  update()
})()
`
