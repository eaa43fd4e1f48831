// The pages work without this script. It moves the focus where a reader expects it, and folds the
// filters away on narrow screens.
import { createAll, ErrorSummary, SkipLink } from './govuk-frontend.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
createAll(SkipLink)
createAll(ErrorSummary)

const filters = document.querySelector('details.br-filters')
if (filters && window.matchMedia('(max-width: 48rem)').matches) {
  filters.removeAttribute('open')
}

// Words that a person marks in a report go into the form that removes them.
const byHand = document.querySelector('#by-hand')
if (byHand) {
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.className = 'govuk-button br-mark-button'
  remove.textContent = 'Remove the marked words'
  remove.hidden = true
  document.body.append(remove)
  const place = (node, offset) => {
    const piece = node.parentElement?.closest('[data-from]')
    return piece && { section: piece.closest('[data-section]').dataset.section, at: Number(piece.dataset.from) + offset }
  }
  let marked
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    marked = undefined
    if (selection.rangeCount && !selection.isCollapsed) {
      const range = selection.getRangeAt(0)
      const from = place(range.startContainer, range.startOffset)
      const to = place(range.endContainer, range.endOffset)
      if (from && to && from.section === to.section) {
        const copy = range.cloneContents()
        copy.querySelectorAll('[data-aside]').forEach((aside) => aside.remove())
        const words = copy.textContent
        const start = from.at + words.length - words.trimStart().length
        const text = words.trim()
        if (text) {
          marked = { text, which: `${from.section}:${start}:${start + text.length}` }
        }
      }
    }
    remove.hidden = !marked
  })
  remove.addEventListener('mousedown', (event) => event.preventDefault())
  remove.addEventListener('click', () => {
    byHand.querySelector('#words').value = marked.text
    byHand.querySelectorAll('[name=which]').forEach((old) => old.closest('.govuk-form-group')?.remove())
    const which = byHand.querySelector('input[type=hidden][name=which]') ?? document.createElement('input')
    which.type = 'hidden'
    which.name = 'which'
    which.value = marked.which
    byHand.append(which)
    remove.hidden = true
    byHand.querySelector('#reason').focus()
  })
  // What is typed by hand afterwards stands where it stands.
  byHand.querySelector('#words').addEventListener('input', () => byHand.querySelector('input[type=hidden][name=which]')?.remove())
}
