// One worker process: runs no-op jobs of a queue from "go" until it is told to stop, and counts them; with a time in the job, notes how long it waited.
import { Worker } from 'bullmq';
import { connection, micros, options } from './options.mjs';

const { port, queue, concurrency } = options({ port: 0, queue: 'noop', concurrency: 100 });
let done = 0;
const waits = [];

const worker = new Worker(
    queue,
    async (job) => {
        if (job.data.due) {
            waits.push(micros() - job.data.due);
        }
        done++;
    },
    {
        connection: connection(port, { maxRetriesPerRequest: null }),
        concurrency,
        autorun: false,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
    },
);
worker.on('error', (fault) => console.error(String(fault)));
await worker.waitUntilReady();

process.on('message', async (message) => {
    switch (message) {
        case 'go':
            worker.run();
            break;
        case 'count':
            process.send({ done });
            break;
        case 'stop':
            await worker.close();
            process.send({ done, waits }, () => process.exit(0));
            break;
    }
});
process.send('ready');
