// What every program of this folder is told: --name value pairs, all whole numbers but --queue.
export function options(defaults) {
    const values = { ...defaults };
    const rest = process.argv.slice(3);
    for (let index = 0; index < rest.length; index += 2) {
        const name = rest[index].slice(2);
        values[name] = name === 'queue' ? rest[index + 1] : Number(rest[index + 1]);
    }
    return values;
}

// A time all processes of this machine share, in microseconds.
export function micros() {
    return Number(process.hrtime.bigint() / 1000n);
}

export function connection(port, more = {}) {
    return { host: '127.0.0.1', port, ...more };
}
