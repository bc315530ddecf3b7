package vaiwg.board.figures;

/** What the job says of a figure at a midnight. */
public record PublishedVerdict(State state, TargetState target) {
    /** What is said of a figure of which nothing was published. */
    public static final PublishedVerdict NONE = new PublishedVerdict(State.NOT_CHARTED, TargetState.NONE);

    /** What has a sign. */
    public sealed interface Sign permits State, TargetState {
        String word();
    }

    /** What is to be done about a figure. Shape and word say it together; colour is third. */
    public enum State implements Sign {
        ACT("Act"),
        WATCH("Watch"),
        NO_CHANGE("No change"),
        IMPROVING("Improving"),
        TOO_FEW("Too few"),
        /** What stands for years cannot be judged by a record of a few. */
        TOO_YOUNG("Too young"),
        NOT_CHARTED("Not judged");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        /** Whether charts mark a period at whose end it was said. */
        public boolean isMarked() {
            return this == ACT || this == WATCH || this == IMPROVING;
        }
    }

    /** Where a figure stands beside its target. */
    public enum TargetState implements Sign {
        MEETS("meets"),
        SHORT("short"),
        NONE("no target");

        private final String word;

        TargetState(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
