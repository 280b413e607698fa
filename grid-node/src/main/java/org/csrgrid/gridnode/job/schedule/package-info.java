/** Firing schedules: when they are due, and one job per fire time in the whole cluster. */
@NullMarked
package org.csrgrid.gridnode.job.schedule;

import org.jspecify.annotations.NullMarked;
