package vaiwg.jobs;

import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/** Time that stands still until it is turned, for one timer at a time: as with Flink, it is told the time for which it was registered. */
public final class ManualTime implements ProcessingTimeService {
    private long now;
    private long due;
    private ProcessingTimeCallback waiting;

    @Override
    public long getCurrentProcessingTime() {
        return now;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback target) {
        due = time;
        waiting = target;
        return null;
    }

    public void turnBy(long millis) throws Exception {
        now += millis;
        if (now >= due) {
            waiting.onProcessingTime(due);
        }
    }
}
