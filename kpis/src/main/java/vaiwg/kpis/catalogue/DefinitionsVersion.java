package vaiwg.kpis.catalogue;

/**
 * The version of all that is said of measures: their rules, code maps, titles, minimum numbers, the rebase register, what they are read
 * beside, and the register of recommendations. Of two builds the one with the greater number is the newer. A test asks for the next number whenever anything of it changes.
 */
public final class DefinitionsVersion {
    /** From 1. */
    public static final int NUMBER = 21;

    private DefinitionsVersion() {}
}
