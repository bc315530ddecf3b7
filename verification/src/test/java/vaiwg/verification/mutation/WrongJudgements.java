package vaiwg.verification.mutation;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import vaiwg.kpis.cases.PackedCode;

/**
 * Rewrites a class that judges so that it asks the {@link Switch} for each of its bounds, comparisons of size, and codes: one rewritten
 * class holds all of its mutants.
 *
 * @param mutants receives those of each class
 */
record WrongJudgements(List<JudgementMutant> mutants) {
    /** Types of outcomes that one might have meant too. */
    static final List<String> OUTCOMES =
            List.of("1", "2", "4", "8", "9", "10", "14", "15", "16", "18", "20", "21", "22");

    private static final List<Long> TYPES =
            OUTCOMES.stream().map(PackedCode::pack).toList();
    /** Classes of offences likewise. */
    private static final List<Long> OFFENCES =
            Stream.of("8L", "8M", "8N", "8Q", "8R").map(PackedCode::pack).toList();

    /** Methods that are asked when facts are declared or a catalogue is compiled, and not of any case. */
    private static final Set<String> COMPILES = Set.of("Fact.isOfPersons", "NamedRules.of");

    private static final String SWITCH = Type.getInternalName(Switch.class);
    private static final long NO_CODE = -1;

    byte[] rewrite(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        JudgingCode code = new JudgingCode(reader);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Rewriting(writer, code), 0);
        return writer.toByteArray();
    }

    private final class Rewriting extends ClassVisitor {
        private final JudgingCode code;
        /** How often a change was made in a place: what stands in a lambda is in the place of its method. */
        private final Map<String, Integer> times = new HashMap<>();

        private String owner;

        Rewriting(ClassWriter next, JudgingCode code) {
            super(Opcodes.ASM9, next);
            this.code = code;
        }

        @Override
        public void visit(
                int version, int access, String name, String contribution, String parent, String[] interfaces) {
            owner = name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
            super.visit(version, access, name, contribution, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String contribution, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, contribution, exceptions);
            boolean isMade = (access & Opcodes.ACC_SYNTHETIC) != 0 && !name.startsWith("lambda$");
            boolean judges = !isMade && (access & Opcodes.ACC_ABSTRACT) == 0 && !COMPILES.contains(owner + '.' + name);
            if (!judges || name.startsWith("<")) {
                return next;
            }
            String fact = code.factOf(name + descriptor);
            String plain = name.startsWith("lambda$") ? name.split("\\$")[1] : name;
            return new Method(next, name + descriptor, owner + '.' + (fact == null ? plain : fact));
        }

        /** Each instruction goes through; after a number, a comparison or a code the switch is asked. */
        private final class Method extends JudgingCode.InstructionVisitor {
            private final String method;
            private final String place;
            private int n = -1;

            Method(MethodVisitor next, String method, String place) {
                super(next);
                this.method = method;
                this.place = place;
            }

            @Override
            void each(int opcode, Number number) {
                n++;
            }

            @Override
            public void visitInsn(int opcode) {
                super.visitInsn(opcode);
                askForBound(opcode - Opcodes.ICONST_0);
            }

            @Override
            public void visitIntInsn(int opcode, int operand) {
                super.visitIntInsn(opcode, operand);
                askForBound(operand);
            }

            @Override
            public void visitLdcInsn(Object value) {
                super.visitLdcInsn(value);
                if (value instanceof Number number) {
                    askForBound(number);
                }
            }

            private void askForBound(Number number) {
                if (code.isBound(method, n)) {
                    String type = number instanceof Long ? "J" : "I";
                    int first = add(Mutant.Kind.BOUND, number + " and one", null);
                    add(Mutant.Kind.BOUND, number + " less one", null);
                    mv.visitLdcInsn(first);
                    call("number", "(" + type + "I)" + type);
                }
            }

            @Override
            public void visitJumpInsn(int opcode, Label label) {
                if (opcode >= Opcodes.IFLT && opcode <= Opcodes.IFLE) {
                    askForJump(opcode, "(III)Z", label);
                } else if (opcode >= Opcodes.IF_ICMPLT && opcode <= Opcodes.IF_ICMPLE) {
                    askForJump(opcode - Opcodes.IF_ICMPLT + Opcodes.IFLT, "(IIII)Z", label);
                } else {
                    super.visitJumpInsn(opcode, label);
                }
            }

            private void askForJump(int opcode, String descriptor, Label label) {
                each(opcode, null);
                int mutant = add(Mutant.Kind.BOUND, "what is equal goes to the other side", null);
                mv.visitLdcInsn(opcode);
                mv.visitLdcInsn(mutant);
                call("jumps", descriptor);
                mv.visitJumpInsn(Opcodes.IFNE, label);
            }

            @Override
            public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
                super.visitFieldInsn(opcode, fieldOwner, name, descriptor);
                boolean isCode = descriptor.equals("J") || descriptor.equals("Ljava/util/Set;");
                if (opcode != Opcodes.GETSTATIC || !isCode) {
                    return;
                }
                Object value = valueOf(fieldOwner, name);
                int from = nextId();
                if (value instanceof Long right) {
                    add(Mutant.Kind.OUTCOMES, "without " + name, NO_CODE);
                    long other = TYPES.get((TYPES.indexOf(right) + 1) % TYPES.size());
                    add(Mutant.Kind.OUTCOMES, name + " as " + unpacked(other), other);
                } else {
                    members((Set<?>) value)
                            .forEach(member -> add(
                                    Mutant.Kind.OUTCOMES,
                                    name + (((Set<?>) value).contains(member) ? " without " : " with ") + words(member),
                                    member));
                }
                mv.visitLdcInsn(from);
                mv.visitLdcInsn(nextId());
                call(
                        value instanceof Long ? "code" : "codes",
                        value instanceof Long ? "(JII)J" : "(Ljava/util/Set;II)Ljava/util/Set;");
            }

            private void call(String name, String descriptor) {
                mv.visitMethodInsn(Opcodes.INVOKESTATIC, SWITCH, name, descriptor, false);
            }

            private int add(Mutant.Kind kind, String change, Object other) {
                int time = times.merge(place + change, 1, Integer::sum);
                String words = time == 1 ? change : change + " (" + time + ")";
                mutants.add(new JudgementMutant(new Mutant(kind, place, words), nextId(), other));
                return nextId() - 1;
            }
        }
    }

    private int nextId() {
        return mutants.size();
    }

    /** All that is in a set, and what might be. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Set<Object> members(Set<?> set) {
        Set<Object> all = new TreeSet<>((Set<Object>) set);
        if (set.iterator().next() instanceof Enum<?> one) {
            all.addAll(EnumSet.allOf((Class) one.getDeclaringClass()));
        } else {
            all.addAll(Collections.disjoint(set, TYPES) ? OFFENCES : TYPES);
        }
        return all;
    }

    private static String words(Object member) {
        return member instanceof Long code ? unpacked(code) : member.toString();
    }

    private static String unpacked(long code) {
        String text = "";
        for (long rest = code; rest != 0; rest >>>= Byte.SIZE) {
            text = (char) (rest & 0xFF) + text;
        }
        return text;
    }

    private static Object valueOf(String owner, String name) {
        try {
            Field field = Class.forName(owner.replace('/', '.')).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a class that judges has a field that cannot be read: " + name, e);
        }
    }
}
