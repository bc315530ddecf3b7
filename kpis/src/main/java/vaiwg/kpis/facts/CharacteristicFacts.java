package vaiwg.kpis.facts;

import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.Characteristic;

/** The facts of one protected characteristic: whether it applies, is known, was asked for, was declined. */
@API(status = API.Status.MAINTAINED)
public final class CharacteristicFacts {
    private CharacteristicFacts() {}

    public static Expression applies(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_APPLIES");
    }

    public static Expression known(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_KNOWN");
    }

    /** At least one of some characteristics applies. */
    public static Expression anyApplies(Characteristic... some) {
        return new Expression.Any(
                Stream.of(some).map(CharacteristicFacts::applies).toList());
    }

    /** Each of some characteristics that applies is known. */
    public static Expression allKnown(Characteristic... some) {
        return new Expression.All(Stream.of(some)
                .map(characteristic -> Expression.anyOf(known(characteristic), Expression.not(applies(characteristic))))
                .toList());
    }

    /** A person has two records or more with a value for it. */
    public static Fact recordedAgain(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_RECORDED_AGAIN");
    }

    /** These values agree. */
    public static Fact consistent(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_CONSISTENT");
    }

    public static Expression declined(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_DECLINED");
    }

    /** "Prefer not to say" is an answer: asked, not known. */
    public static Expression asked(Characteristic characteristic) {
        return Expression.anyOf(known(characteristic), declined(characteristic));
    }
}
