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
