# bash completion for psoas; psoas itself knows what could stand next.

_psoas() {
  # Colons, equals signs and the like end words for bash, not for psoas: they are put together again.
  local rest=${COMP_LINE:0:COMP_POINT} words=() piece index
  rest=${rest#*"${COMP_WORDS[0]}"}
  for ((index = 1; index <= COMP_CWORD; index++)); do
    piece=${COMP_WORDS[index]}
    [ "$index" -lt "$COMP_CWORD" ] || piece=${rest#"${rest%%[![:space:]]*}"}
    if [ ${#words[@]} -eq 0 ] || [[ $rest =~ ^[[:space:]] ]]; then
      words+=("$piece")
    else
      words[-1]+=$piece
    fi
    rest=${rest#"${rest%%[![:space:]]*}"}
    rest=${rest#"$piece"}
  done
  [ ${#words[@]} -gt 0 ] || words=("")

  local current=${words[-1]} candidates candidate
  words=("${words[@]//[\'\"\\]/}")
  mapfile -t candidates < <(command psoas __complete "${words[@]}" 2> /dev/null)
  COMPREPLY=()
  if [ "${candidates[0]-}" = :files ]; then
    compopt -o filenames -o default 2> /dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$2")
    return
  fi
  # Only what stands behind the last of those signs is replaced.
  local done=${current%"$2"}
  for candidate in "${candidates[@]}"; do
    candidate=${candidate%%$'\t'*}
    COMPREPLY+=("${candidate#"$done"}")
  done
  case ${COMPREPLY[0]-} in *=) compopt -o nospace 2> /dev/null ;; esac
}

complete -F _psoas psoas
