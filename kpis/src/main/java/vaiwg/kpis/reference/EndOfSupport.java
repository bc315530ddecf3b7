package vaiwg.kpis.reference;

import java.util.Locale;

/** Why a victim's support for a case ended, as it is counted: {@code reference/ends-of-support.csv} has the codes of records. */
public enum EndOfSupport {
    FEAR_OF_REPRISAL,
    LENGTH_OF_PROCESS,
    COURT,
    NOT_KEPT_INFORMED,
    OTHER_SUPPORT,
    DEVICE_REQUEST,
    /** The victim was asked and gave none. */
    NOT_SAID;

    /**
     * The reason with a name in the map.
     *
     * @throws IllegalStateException in one sentence, where there is none
     */
    static EndOfSupport of(String name) {
        for (EndOfSupport reason : values()) {
            if (reason.name().toLowerCase(Locale.ROOT).equals(name)) {
                return reason;
            }
        }
        throw new IllegalStateException("ends-of-support.csv names an unknown reason: " + name);
    }
}
