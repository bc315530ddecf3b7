package vaiwg.verification.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the {@link Installation} to tests that ask for it: started for the first, closed after the last of the JVM. */
final class InstallationExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Installation.class, type -> start(), Installation.class);
    }

    private static Installation start() {
        try {
            return Installation.start();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the installation", e);
        }
    }
}
