package org.csrgrid.gridnode.job;

import org.csrgrid.config.settings.ChannelSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.RetryPolicy;

/** A channel with its settings and figures on this member. */
record JobChannel(Channel channel, ChannelSettings settings, RetryPolicy policy, JobFigures figures) {

    static JobChannel of(Channel channel, ChannelSettings settings) {
        return new JobChannel(
                channel, settings, new RetryPolicy(settings.tries(), settings.backoff()), new JobFigures());
    }
}
