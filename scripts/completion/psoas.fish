# fish completion for psoas; psoas itself knows what could stand next.

function __psoas_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string collect --allow-empty)
    set -l lines (command psoas __complete $words[2..] "$current" 2>/dev/null)
    if test "$lines[1]" = :files
        __fish_complete_path "$current"
    else
        printf '%s\n' $lines
    end
end

complete -c psoas -f -a '(__psoas_complete)'
