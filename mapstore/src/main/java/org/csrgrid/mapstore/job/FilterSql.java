package org.csrgrid.mapstore.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.filter.Condition;
import org.csrgrid.domain.job.filter.NumberField;
import org.csrgrid.domain.job.filter.TextField;

/**
 * A filter's condition as SQL over the columns of {@code job}. What people typed is only ever a bound parameter. LIKE is used for equality too, because
 * {@code =} takes no notice of blanks at the end. Belongs to one thread.
 */
final class FilterSql {

    private final List<Object> parameters = new ArrayList<>();
    private final String where;

    private FilterSql(Condition condition) {
        where = sql(condition);
    }

    static FilterSql of(Condition condition) {
        return new FilterSql(condition);
    }

    /** For the WHERE clause, with a question mark per parameter. Its value is never NULL where that would matter. */
    String where() {
        return where;
    }

    /** In the order of the question marks. */
    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    private String sql(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> like(column(is.field()), escaped(is.value()));
            case Condition.StartsWith starts -> like(column(starts.field()), escaped(starts.prefix()) + "%");
            case Condition.Contains contains ->
                like(
                        "LOWER(" + column(contains.field()) + ")",
                        "%" + escaped(contains.part().toLowerCase(Locale.ROOT)) + "%");
            case Condition.Between between -> {
                parameters.add(between.least());
                parameters.add(between.most());
                yield column(between.field()) + " BETWEEN ? AND ?";
            }
            case Condition.InState in -> equal("state", in.state().name());
            case Condition.InChannel in -> equal("channel", in.channel().name());
            case Condition.Every every -> joined(every.conditions(), " AND ", "TRUE");
            case Condition.Any any -> joined(any.conditions(), " OR ", "FALSE");
            case Condition.Not not -> "NOT COALESCE(" + sql(not.condition()) + ", FALSE)";
        };
    }

    private String joined(List<Condition> conditions, String operator, String ofNone) {
        return conditions.isEmpty()
                ? ofNone
                : conditions.stream().map(this::sql).collect(Collectors.joining(operator, "(", ")"));
    }

    private String like(String column, String pattern) {
        parameters.add(pattern);
        return column + " LIKE ? ESCAPE '!'";
    }

    private String equal(String column, String value) {
        parameters.add(value);
        return column + " = ?";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String column(TextField field) {
        return switch (field) {
            case ID -> "id";
            case NAME -> "name";
            case BATCH -> "batch_id";
            case ERROR -> "last_error";
        };
    }

    private static String column(NumberField field) {
        return switch (field) {
            case ORG -> "organization_id";
            case OWNER -> "owner_id";
            case ATTEMPTS -> "attempts";
            case CREATED -> "created_at";
            case RUN -> "run_at";
            case FINISHED -> "finished_at";
        };
    }
}
