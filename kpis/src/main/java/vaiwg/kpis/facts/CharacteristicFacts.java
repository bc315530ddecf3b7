package vaiwg.kpis.facts;

import static vaiwg.schemas.EventStream.CRIME_RECORDING;

import java.util.Map;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.facts.Fact.At;

/** The facts of one protected characteristic: whether it applies, is known, was declined, was recorded again, and alike. */
@API(status = API.Status.MAINTAINED)
public final class CharacteristicFacts {
    private static final Map<Characteristic, String> TO_WHOM = Map.of(
            Characteristic.MARRIAGE, " (from 16, or age unknown)",
            Characteristic.PREGNANCY, " (sex female or unknown, and of 12 to 55 or of unknown age)",
            Characteristic.ORIENTATION, " (from 13, or age unknown)");
    private static final Map<Characteristic, String> AGAIN = Map.of(
            Characteristic.AGE, "give a year of birth",
            Characteristic.SEX, "give a sex",
            Characteristic.ETHNICITY, "give a self-defined ethnicity",
            Characteristic.DISABILITY, "say whether there is a disability");
    private static final Map<Characteristic, String> ALIKE = Map.of(
            Characteristic.AGE, "the years of birth agree",
            Characteristic.ETHNICITY, "the codes for ethnicity agree, and none is what an officer saw",
            Characteristic.DISABILITY, "what is said of disability agrees");

    private CharacteristicFacts() {}

    /** Declares those of a characteristic, once. */
    static void declare(Characteristic one) {
        String words = one.words();
        Fact.declare(
                one.name() + "_APPLIES",
                words + " applies to the victim" + TO_WHOM.getOrDefault(one, ""),
                Rule.ofCrime(crime -> crime.applies(one)));
        Fact.declare(
                one.name() + "_KNOWN",
                At.ANSWER,
                "the victim is a person of whom a value for " + words + " is recorded",
                Rule.ofCrime(crime -> crime.status(one, Characteristic.VALUE)));
        Fact.declare(
                one.name() + "_DECLINED",
                At.ANSWER,
                "the victim is a person who was asked for " + words + " and preferred not to say",
                Rule.ofCrime(crime -> crime.status(one, Characteristic.DECLINED)));
        Fact.declare(
                one.name() + "_RECORDED_AGAIN",
                "two records or more of a victim in 365 days "
                        + AGAIN.getOrDefault(one, "give a value of the list for " + words),
                Rule.ofPersons(CRIME_RECORDING));
        Fact.declare(
                one.name() + "_CONSISTENT",
                ALIKE.getOrDefault(one, "the values for " + words + " agree"),
                Rule.ofPersons(CRIME_RECORDING));
    }

    /** A person has two records or more with a value for it. */
    public static Fact recordedAgain(Characteristic characteristic) {
        return Fact.named(characteristic.name() + "_RECORDED_AGAIN");
    }

    /** These values agree. */
    public static Fact consistent(Characteristic characteristic) {
        return Fact.named(characteristic.name() + "_CONSISTENT");
    }
}
