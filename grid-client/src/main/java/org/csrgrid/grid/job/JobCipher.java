package org.csrgrid.grid.job;

import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;

/** Encrypts the payloads of sensitive jobs before they leave the process and decrypts them where they run. Safe for use by many threads. */
public interface JobCipher {

    /** The cipher of a process that has no key: refuses sensitive jobs. */
    JobCipher NONE = new JobCipher() {
        @Override
        public Job sealed(Job job) {
            if (job.request().sensitive()) {
                throw new IllegalStateException(
                        "jobs.payload-key: not set (expected: a key, because %s is sensitive)".formatted(job.name()));
            }
            return job;
        }

        @Override
        public String opened(JobRequest request) {
            if (request.sensitive()) {
                throw new UnreadablePayloadException(
                        "payload of %s: encrypted, and jobs.payload-key is not set".formatted(request.name()));
            }
            return request.payload();
        }
    };

    /** The job with every sensitive payload in it encrypted; what is encrypted already or not sensitive stays as it is. */
    Job sealed(Job job);

    /**
     * The payload as its handler reads it.
     *
     * @throws UnreadablePayloadException if it was encrypted under another key or tampered with
     */
    String opened(JobRequest request);
}
