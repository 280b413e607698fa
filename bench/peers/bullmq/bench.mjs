// Measures BullMQ on a Redis that runs already, and prints one line of JSON.
//   node bench.mjs add      --port P --callers 1000 --seconds 10 --warm-up 3
//   node bench.mjs process  --port P --jobs 100000 --processes 1 --concurrency 100
//   node bench.mjs both     --port P --callers 1000 --seconds 10 --processes 1 --concurrency 100
//   node bench.mjs pickup   --port P --rate 5000 --seconds 10 --processes 1 --concurrency 100
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { connection, micros, options } from './options.mjs';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));
const BULK = 1000;

const told = options({
    port: 0,
    callers: 1000,
    seconds: 10,
    'warm-up': 3,
    jobs: 100000,
    processes: 1,
    concurrency: 100,
    rate: 1000,
    pipelining: 0,
});

function open(name) {
    return new Queue(name, {
        connection: connection(told.port, { enableAutoPipelining: told.pipelining === 1 }),
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
}

// Every caller awaits its add before the next, until the time is up; adds a second after the warm-up.
async function callers(queue, warmUp, seconds) {
    const begin = micros() + warmUp * 1e6;
    const end = begin + seconds * 1e6;
    let added = 0;
    async function caller(number) {
        for (;;) {
            await queue.add('noop', { number });
            const now = micros();
            if (now > end) {
                return;
            }
            if (now > begin) {
                added++;
            }
        }
    }
    await Promise.all(Array.from({ length: told.callers }, (_, number) => caller(number)));
    return added / seconds;
}

async function startWorkers(queue) {
    const workers = [];
    for (let index = 0; index < told.processes; index++) {
        const worker = fork(WORKER, [
            'work', '--port', String(told.port), '--queue', queue, '--concurrency', String(told.concurrency),
        ]);
        await once(worker, 'message');
        workers.push(worker);
    }
    return workers;
}

async function ask(workers, question) {
    const answers = workers.map((worker) => once(worker, 'message'));
    workers.forEach((worker) => worker.send(question));
    return (await Promise.all(answers)).map(([answer]) => answer);
}

async function count(workers) {
    return (await ask(workers, 'count')).reduce((sum, answer) => sum + answer.done, 0);
}

async function fill(queue, jobs) {
    for (let added = 0; added < jobs; added += BULK) {
        const size = Math.min(BULK, jobs - added);
        await queue.addBulk(Array.from({ length: size }, (_, number) => ({ name: 'noop', data: { number } })));
    }
}

async function drain(name, jobs) {
    const queue = open(name);
    await fill(queue, jobs);
    const workers = await startWorkers(name);
    const start = micros();
    workers.forEach((worker) => worker.send('go'));
    while ((await count(workers)) < jobs) {
        await sleep(5);
    }
    const seconds = (micros() - start) / 1e6;
    await ask(workers, 'stop');
    await queue.close();
    return jobs / seconds;
}

async function add() {
    const queue = open('add');
    const perSecond = await callers(queue, told['warm-up'], told.seconds);
    await queue.close();
    return { perSecond };
}

async function both() {
    const queue = open('both');
    const workers = await startWorkers('both');
    workers.forEach((worker) => worker.send('go'));
    const adding = callers(queue, told['warm-up'], told.seconds);
    await sleep(told['warm-up'] * 1000);
    const before = await count(workers);
    const start = micros();
    await sleep(told.seconds * 1000);
    const after = await count(workers);
    const perSecond = ((after - before) * 1e6) / (micros() - start);
    const added = await adding;
    await ask(workers, 'stop');
    await queue.close();
    return { perSecond, added };
}

// Adds at a fixed rate whatever happens; a job's wait counts from when it should have been added.
async function pickup() {
    const queue = open('pickup');
    const workers = await startWorkers('pickup');
    workers.forEach((worker) => worker.send('go'));
    const start = micros();
    const warm = Math.floor(told['warm-up'] * told.rate);
    const total = warm + Math.floor(told.seconds * told.rate);
    const adds = new Set();
    for (let sent = 0; sent < total; ) {
        const due = Math.min(total, Math.floor(((micros() - start) / 1e6) * told.rate));
        for (; sent < due; sent++) {
            const data = sent < warm ? {} : { due: start + (sent / told.rate) * 1e6 };
            const one = queue.add('noop', data).finally(() => adds.delete(one));
            adds.add(one);
        }
        await sleep(1);
    }
    await Promise.all(adds);
    while ((await count(workers)) < total) {
        await sleep(5);
    }
    const waits = (await ask(workers, 'stop')).flatMap((answer) => answer.waits).sort((a, b) => a - b);
    const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] / 1000;
    await queue.close();
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: waits.length };
}

const measures = {
    add,
    both,
    pickup,
    process: async () => ({ perSecond: await drain('process', told.jobs) }),
};
const measure = measures[process.argv[2]];
if (!measure) {
    console.error(`measure: ${process.argv[2]} (expected: one of ${Object.keys(measures).join(', ')})`);
    process.exit(2);
}
console.log(JSON.stringify(await measure()));
process.exit(0);
