package vaiwg.jobs.panes;

import java.util.function.Function;
import vaiwg.schemas.Slugged;

/** All that is made of daily aggregates, in the order in which it is told of a midnight: alarms ask charts whether the data changed. */
public enum ConsumerType implements Slugged {
    /** Block charts, and areas side by side. */
    CHARTS(ChartConsumer::new),
    ALARMS(AlarmConsumer::new),
    /** Values that are estimated and not counted. */
    ESTIMATES(EstimateConsumer::new);

    private final Function<DailyConsumer.Force, DailyConsumer> fresh;

    ConsumerType(Function<DailyConsumer.Force, DailyConsumer> fresh) {
        this.fresh = fresh;
    }

    /** One that has been told of nothing. */
    DailyConsumer of(DailyConsumer.Force force) {
        return fresh.apply(force);
    }
}
