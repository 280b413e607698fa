package org.csrgrid.mapstore.job;

import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;

/** Reads jobs as they were last flushed. */
public final class JobDao {
    private final StoredRows<Job> rows;

    public JobDao(Reading reading) {
        this.rows = new StoredRows<>(reading, JobRow.table(), (row, _) -> JobRow.read(row));
    }

    /** The jobs with these ids that are there, in no order. */
    public List<Job> byIds(Collection<String> ids) {
        return rows.find(ids);
    }

    public List<JobKey> allKeys() {
        return rows.all("id, affinity", (row, _) -> new JobKey(row.getString("id"), row.getLong("affinity")));
    }
}
