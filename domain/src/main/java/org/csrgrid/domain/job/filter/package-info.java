/** The text language people look for jobs with, and what it means for a job. */
@NullMarked
package org.csrgrid.domain.job.filter;

import org.jspecify.annotations.NullMarked;
