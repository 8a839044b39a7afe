// The completion of bash. Bash takes words apart at equals signs; the script puts them together again.
import { casesOf, commandPattern, quoted, takingPattern } from './cases.ts'
import type { CommandModel, Values } from './model.ts'

/** The setting of variables that says what may stand somewhere. */
function setting({ words, files, behind }: Values): string {
  const list = words.map(({ word }) => word).join(' ')
  return [
    `words=${quoted(list)}`,
    ...(files ? ['files=1'] : []),
    ...(behind === undefined ? [] : [`behind=${quoted(behind.words.join(' '))}`]),
    ...(behind?.files === true ? ['behind_files=1'] : []),
  ].join(' ')
}

/** The script for bash. */
export function bashScript(model: readonly CommandModel[]): string {
  return `# Completes beian-check in bash. Made by: beian-check completion bash

# What may stand somewhere, into the variables of the caller. Fails for an option without a value.
_beian_check_lookup() {
  words= files= behind= behind_files=
  case "$1:$2" in
${casesOf(model, setting)}
    *) return 1 ;;
  esac
}

_beian_check() {
  local IFS=$' \\t\\n' i word command= words files behind behind_files
  local -a line=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == = || \${COMP_WORDS[i - 1]} == = ]]; then
      line[\${#line[@]} - 1]+=$word
    else
      line+=("$word")
    fi
  done
  local last=$((\${#line[@]} - 1))
  for ((i = 1; i < last; i++)); do
    word=\${line[i]}
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
  local current=\${line[last]} start=
  if [[ $current == --*=* ]]; then
    start=\${current%%=*}=
    _beian_check_lookup "$command" "\${start%=}" || return
  elif ! _beian_check_lookup "$command" "\${line[last - 1]}"; then
    if [[ $current == -* ]]; then
      _beian_check_lookup "$command" -
    else
      _beian_check_lookup "$command" ''
    fi
  fi
  local value=\${current#"$start"} end=
  if [[ -n $behind$behind_files && $value == *=* ]]; then
    start=$start\${value%%=*}= value=\${value#*=} words=$behind files=$behind_files
  elif [[ -n $behind ]]; then
    end='='
    compopt -o nospace 2>/dev/null
  fi
  local -a found=()
  for word in $(compgen -W "$words" -- "$value"); do found+=("$start$word$end"); done
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do found+=("$start$word"); done < <(compgen -f -- "$value")
  fi
  COMPREPLY=("\${found[@]}")
  if [[ $COMP_WORDBREAKS == *=* && $current == *=* ]]; then
    COMPREPLY=("\${found[@]#"\${current%=*}="}")
  fi
}

complete -F _beian_check beian-check
`
}
