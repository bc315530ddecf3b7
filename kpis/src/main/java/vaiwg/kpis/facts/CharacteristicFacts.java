package vaiwg.kpis.facts;

import vaiwg.kpis.cases.Characteristic;

/** The facts of one protected characteristic: whether it applies, is known, was asked for, was declined. */
public final class CharacteristicFacts {
    private CharacteristicFacts() {}

    public static Expression applies(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_APPLIES");
    }

    public static Expression known(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_KNOWN");
    }

    public static Expression declined(Characteristic characteristic) {
        return Fact.valueOf(characteristic.name() + "_DECLINED");
    }

    /** "Prefer not to say" is an answer: asked, not known. */
    public static Expression asked(Characteristic characteristic) {
        return Expression.anyOf(known(characteristic), declined(characteristic));
    }
}
