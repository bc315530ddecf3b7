package vaiwg.jobs.decode;

import java.util.EnumSet;
import java.util.Set;
import vaiwg.schemas.Slugged;

/** A value that is strange but possible: its event is kept, and the kind is counted, as it may tell of a mapping that went wrong. */
public enum DataQualityWarning implements Slugged {
    /** An offence code without the form of a Home Office class. */
    OFFENCE_CODE("offenceCode is no Home Office class such as 19C: the crime is in no theme"),
    /** A policing unit that is not in the map of areas. */
    LPA("lpa is not in the map of areas: the record counts under unknown"),
    /** A victim who would be under 0 or over 110 years old when the crime was recorded. */
    AGE("birthYear makes the victim younger than 0 or older than 110, or ageAtOffence is below 0 or above 120"),
    ETHNICITY("ethnicity is no self-defined 16+1 or 18+1 code: its group is unknown"),
    SEX("sex is neither female nor male"),
    DISABILITY("disability is neither disabled nor not_disabled: it counts as unknown"),
    /** Outcome type 0, not yet assigned. */
    OUTCOME_TYPE("outcomeType is 0, not yet assigned: the case has no outcome, as with none sent"),
    /** Somebody else than the police or the CPS decided. */
    DECIDED_BY("decidedBy is neither POLICE nor CPS"),
    /** A programme session beyond the six there are. */
    SESSION("session is above 6"),
    /** A crime recorded before the earliest date on which a change can have been made: true of old crimes that were changed since. */
    OLD_RECORDING("recordedAt lies before the earliest date of a change: is it a filler for a date that is not known?"),
    /** A characteristic with the status {@code VALUE} and nothing in it. */
    EMPTY_CHARACTERISTIC("a characteristic has status VALUE and no value: it counts as not recorded");

    private final String words;

    DataQualityWarning(String words) {
        this.words = words;
    }

    /** What is strange, and what becomes of it. */
    public String words() {
        return words;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The kinds in the bits of an arrival. */
    public static Set<DataQualityWarning> of(int bits) {
        Set<DataQualityWarning> found = EnumSet.noneOf(DataQualityWarning.class);
        for (DataQualityWarning value : values()) {
            if ((bits & value.bit()) != 0) {
                found.add(value);
            }
        }
        return found;
    }
}
