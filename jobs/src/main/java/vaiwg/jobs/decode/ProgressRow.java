package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.List;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.schemas.ReleasedSchemas;

/** A progress record: through when its partition is complete, and how many records its source had until then. */
final class ProgressRow extends Row {
    final int completeThrough = column("completeThrough");

    private final int totals = column("totals");
    private final int force = column("totals[].force");
    private final int from = column("totals[].from");
    private final int to = column("totals[].to");
    private final int records = column("totals[].records");
    private final int status = column("totals[].status");
    private final int code = column("totals[].code");

    ProgressRow() {
        super(ReleasedSchemas.PROGRESS);
    }

    /** Reads its totals into the record that it is: a total that cannot be used takes nothing from its progress. */
    void readTotals(DecodedRecord record, Forces forces) {
        int stated = count(totals);
        if (stated == 0) {
            return;
        }
        List<StatedTotal> usable = new ArrayList<>();
        for (int i = 0; i < stated; i++) {
            open(totals, i);
            StatedTotal total = new StatedTotal();
            total.force = text(force);
            total.stream = record.stream;
            total.from = number(from);
            total.to = number(to);
            total.records = number(records);
            total.status = text(status);
            total.code = has(code) ? text(code).strip() : null;
            total.statedAt = record.changedAt;
            if (Forces.isSlug(total.force) && forces.has(total.force) && total.isUsable()) {
                usable.add(total);
            }
        }
        record.totals = usable;
        record.unusableTotals = stated - usable.size();
    }
}
