package vaiwg.verification.endtoend;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** In a JVM that is to be killed: halts it when one {@link CrashPoint} has been passed so many times, as {@code kill -9} would. */
public final class CrashAgent {
    /** The exit code of a JVM that was halted here, and of no other. */
    static final int HALTED = 86;

    private static final String SELF = Type.getInternalName(CrashAgent.class);
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static volatile String task = "";

    private CrashAgent() {}

    /**
     * The argument of the java command by which the agent is there.
     *
     * @param folder where a jar is made that names this class, which is on the class path
     * @param time which time of those that the point is passed, from 1
     */
    static String argument(Path folder, CrashPoint point, int time) throws IOException {
        Path jar = folder.resolve("crash-agent.jar");
        if (!Files.exists(jar)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        return "-javaagent:" + jar + "=" + point + ":" + time;
    }

    /** Called by the JVM before the main method. */
    public static void premain(String argument, Instrumentation instrumentation) {
        int colon = argument.indexOf(':');
        CrashPoint point = CrashPoint.valueOf(argument.substring(0, colon));
        LEFT.set(Integer.parseInt(argument.substring(colon + 1)));
        task = point.task();
        String wanted = point.type().replace('.', '/');
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytecode) {
                return wanted.equals(name) ? rewrite(bytecode, point, new AtomicInteger()) : null;
            }
        });
    }

    /** Called by rewritten classes. */
    public static void passed() {
        if (Thread.currentThread().getName().contains(task) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /** @param places counts where the point was put */
    static byte[] rewrite(byte[] bytecode, CrashPoint point, AtomicInteger places) {
        ClassReader reader = new ClassReader(bytecode);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        ClassVisitor placing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                boolean isMeant =
                        name.equals(point.method()) && (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT)) == 0;
                return isMeant ? new Placing(next, point.side(), places) : next;
            }
        };
        reader.accept(placing, 0);
        return writer.toByteArray();
    }

    /** Calls {@link #passed} where a method begins, or where it returns; one that throws passes no point after it. */
    private static final class Placing extends MethodVisitor {
        private final CrashPoint.Side side;
        private final AtomicInteger places;

        Placing(MethodVisitor next, CrashPoint.Side side, AtomicInteger places) {
            super(Opcodes.ASM9, next);
            this.side = side;
            this.places = places;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (side == CrashPoint.Side.BEFORE) {
                call();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (side == CrashPoint.Side.AFTER && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                call();
            }
            super.visitInsn(opcode);
        }

        private void call() {
            places.incrementAndGet();
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "passed", "()V", false);
        }
    }
}
