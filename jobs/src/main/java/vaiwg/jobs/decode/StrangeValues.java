package vaiwg.jobs.decode;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vaiwg.kpis.cases.OutcomeTypes;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.Victim;

/** Looks for strange but possible values in events that are not refused; what it finds are bits of {@link StrangeValue}. */
final class StrangeValues {
    private static final Pattern OFFENCE_CLASS = Pattern.compile("[0-9]{1,3}[A-Z]?");
    private static final vaiwg.kpis.cases.Characteristic[] CHARACTERISTICS = vaiwg.kpis.cases.Characteristic.values();
    private static final Set<String> DECIDERS = Set.of("POLICE", "CPS");
    private static final int OLDEST = 110;
    private static final int SESSIONS = 6;
    private final CodeMaps maps;
    private final long earliest;

    /** @param earliest the first instant at which a change can have been made, epoch milliseconds */
    StrangeValues(CodeMaps maps, long earliest) {
        this.maps = maps;
        this.earliest = earliest;
    }

    int of(CrimeRecording crime) {
        int found = crime.getRecordedAt().toEpochMilli() < earliest ? StrangeValue.OLD_RECORDING.bit() : 0;
        if (Projection.isNamed(crime.getOffenceCode())
                && maps.themeOf(PackedCode.pack(crime.getOffenceCode())) == null
                && !OFFENCE_CLASS.matcher(crime.getOffenceCode().strip()).matches()) {
            found |= StrangeValue.OFFENCE_CODE.bit();
        }
        if (Projection.isNamed(crime.getLpa()) && !maps.knowsUnit(UnitCode.of(crime.getLpa()))) {
            found |= StrangeValue.LPA.bit();
        }
        return crime.getVictim() == null ? found : found | ofVictim(crime.getVictim(), crime.getRecordedAt());
    }

    int of(Outcome outcome) {
        int found = 0;
        if (PackedCode.pack(outcome.getOutcomeType()) == OutcomeTypes.NOT_ASSIGNED) {
            found |= StrangeValue.OUTCOME_TYPE.bit();
        }
        if (Projection.isNamed(outcome.getDecidedBy()) && !DECIDERS.contains(outcome.getDecidedBy())) {
            found |= StrangeValue.DECIDED_BY.bit();
        }
        return found;
    }

    int of(Stalking step) {
        boolean beyond = step.getProgramme() != null
                && step.getProgramme().getSession() != null
                && step.getProgramme().getSession() > SESSIONS;
        return beyond ? StrangeValue.SESSION.bit() : 0;
    }

    private int ofVictim(Victim victim, Instant recordedAt) {
        int found = 0;
        if (victim.getBirthYear() != null) {
            int age = LondonDays.yearOf(recordedAt.toEpochMilli()) - victim.getBirthYear();
            found |= age < 0 || age > OLDEST ? StrangeValue.AGE.bit() : 0;
        }
        for (vaiwg.kpis.cases.Characteristic characteristic : CHARACTERISTICS) {
            if (Projection.isEmptyValue(victim, characteristic)) {
                found |= StrangeValue.EMPTY_CHARACTERISTIC.bit();
            }
        }
        String ethnicity = value(Projection.statedEthnicity(victim));
        if (Projection.isNamed(ethnicity)
                && maps.ethnicityOf(PackedCode.pack(ethnicity))
                        == maps.ethnicities().size() - 1) {
            found |= StrangeValue.ETHNICITY.bit();
        }
        String sex = value(victim.getSex());
        if (Projection.isNamed(sex) && !Projection.SEXES.containsKey(sex.toLowerCase(Locale.ROOT))) {
            found |= StrangeValue.SEX.bit();
        }
        String disability = value(victim.getDisability());
        if (Projection.isNamed(disability)
                && !Projection.DISABILITIES.containsKey(disability.toLowerCase(Locale.ROOT))) {
            found |= StrangeValue.DISABILITY.bit();
        }
        return found;
    }

    private static String value(Characteristic recorded) {
        return recorded == null || recorded.getStatus() != CharacteristicStatus.VALUE ? null : recorded.getValue();
    }
}
