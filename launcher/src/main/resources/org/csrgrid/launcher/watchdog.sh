# Reads the processes to look after, one line per change: the database first, then the nodes.
trap '' INT HUP TERM
processes=
while read -r line; do
    processes=$line
done
[ -n "$processes" ] || exit 0

# End of input: the supervisor died without a word. The nodes notice by themselves, save and leave; the database goes last.
database=${processes%% *}
nodes=${processes#"$database"}
tenths=0
for node in $nodes; do
    while kill -0 "$node" 2>/dev/null && [ "$tenths" -lt 900 ]; do
        sleep 0.1
        tenths=$((tenths + 1))
    done
    kill -9 "$node" 2>/dev/null
done
if [ "$database" != none ]; then
    kill -CONT "$database" 2>/dev/null
    kill -TERM "$database" 2>/dev/null
fi
exit 0
