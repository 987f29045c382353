# fish completion for psoas; psoas itself knows what could stand next.

function __psoas_complete
    set -l words (commandline -opc)
    # Not through a pipe: an empty word would become two.
    set -l current (commandline -ct)
    # The words as psoas gets them, without quotes and backslashes.
    set -l plain (string unescape -- $current 2>/dev/null; or string trim -l -c "\"'" -- $current)
    set -l lines (command psoas __complete (string unescape -- $words[2..]) "$plain" 2>/dev/null)
    if test "$lines[1]" = :files
        __fish_complete_path $current
    else
        printf '%s\n' $lines
    end
end

complete -c psoas -f -a '(__psoas_complete)'
