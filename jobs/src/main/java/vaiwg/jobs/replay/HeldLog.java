package vaiwg.jobs.replay;

import java.util.Map;

/** A log of which is known how much of it is held. */
public interface HeldLog extends ReplayLog {
    /** How many records there are, at most. */
    long records();

    /** By topic how many records at its beginning are no longer held; without topics that hold all. */
    Map<String, Long> noLongerHeld();
}
