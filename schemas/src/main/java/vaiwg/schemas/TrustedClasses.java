package vaiwg.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro refuses to load classes that it was not told to trust; this tells it about ours, once a JVM. */
public final class TrustedClasses {
    private static final String OURS = TrustedClasses.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith(OURS)));
    }

    private TrustedClasses() {}

    /** Must be called before the first event is decoded in a JVM; calling it again does nothing. */
    public static void register() {
        // The static initialiser has run by the time this returns.
    }
}
