// The completion of zsh, with what each word means.
import { casesOf, commandPattern, quoted, takingPattern } from './cases.ts'
import type { CommandModel, Values, Word } from './model.ts'

/** A word and its meaning as `_describe` takes them. */
const described = ({ word, what }: Word): string =>
  quoted(word.replaceAll(':', '\\:') + (what === '' ? '' : `:${what}`))

function setting({ words, files, behind }: Values): string {
  return [
    `list=(${words.map(described).join(' ')})`,
    ...(files ? ['files=1'] : []),
    ...(behind === undefined ? [] : [`behind=(${behind.words.map(quoted).join(' ')})`]),
    ...(behind?.files === true ? ['behind_files=1'] : []),
  ].join(' ')
}

/** The script for zsh: to be sourced, or kept as `_beian-check` in a folder of `fpath`. */
export function zshScript(model: readonly CommandModel[]): string {
  return `#compdef beian-check
# Completes beian-check in zsh. Made by: beian-check completion zsh

# What may stand somewhere, into the variables of the caller. Fails for an option without a value.
_beian_check_lookup() {
  list=() files= behind=() behind_files=
  case "$1:$2" in
${casesOf(model, setting)}
    *) return 1 ;;
  esac
}

_beian_check() {
  local i word command= files behind_files start= value current=$words[CURRENT]
  local -a list behind
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case $word in
      ${takingPattern(model)}) ((i++)) ;;
      -*) ;;
      *)
        case "$command $word" in
          ${commandPattern(model)}) command="\${command:+$command }$word" ;;
          *) break ;;
        esac
        ;;
    esac
  done
  if [[ $current == --*=* ]]; then
    start=\${current%%=*}=
    _beian_check_lookup "$command" "\${start%=}" || return 1
  elif ! _beian_check_lookup "$command" "$words[CURRENT-1]"; then
    if [[ $current == -* ]]; then
      _beian_check_lookup "$command" -
      _describe -o option list
      return
    fi
    _beian_check_lookup "$command" ''
  fi
  value=\${current#"$start"}
  if [[ ( -n $behind || -n $behind_files ) && $value == *=* ]]; then
    start=$start\${value%%=*}=
    list=($behind) files=$behind_files behind=()
  fi
  if [[ -n $start ]]; then compset -p \${#start}; fi
  local result=1
  if ((\${#behind})); then
    _describe value list -S = && result=0
  elif ((\${#list})); then
    _describe value list && result=0
  fi
  if [[ -n $files ]]; then _files && result=0; fi
  return result
}

if [[ $funcstack[1] == _beian_check || $funcstack[1] == _beian-check ]]; then
  _beian_check "$@"
else
  compdef _beian_check beian-check
fi
`
}
