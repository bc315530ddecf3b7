package vaiwg.kpis.catalogue;

import vaiwg.kpis.reference.ReferenceFile;

/**
 * The version of all that is said of measures: their rules, code maps, titles, minimum numbers, the rebase register, what they are read
 * beside, and the register of recommendations. Of two builds the one with the greater number is the newer. A test asks for the next line of its
 * file whenever anything of it changes, and writes it.
 */
public final class DefinitionsVersion {
    /** From 1. */
    public static final int NUMBER =
            ReferenceFile.read("definitions-versions.csv").rows().size();

    private DefinitionsVersion() {}
}
