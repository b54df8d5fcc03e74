package dev.kindred.internal.util;

import java.util.Set;

/**
 * The words before a parenthesis that do not change the session: PostgreSQL functions, type names and syntax words. A
 * function that is not listed causes a reset of the session. Has no state.
 */
final class KnownFunctions {

    private static final Set<String> NAMES = Set.of("""
            abbrev abs acos age all analyze and any any_value area array array_agg array_append array_cat array_dims
            array_fill array_length array_lower array_ndims array_position array_positions array_prepend array_remove
            array_replace array_reverse array_sample array_shuffle array_sort array_to_json array_to_string
            array_to_tsvector array_upper as ascii asin atan atan2 avg bernoulli between bit bit_and bit_count
            bit_length bit_or bit_xor bool_and bool_or box broadcast btrim by cardinality case casefold cast cbrt ceil
            ceiling center char char_length character character_length check chr circle clock_timestamp coalesce
            col_description collate concat concat_ws conflict constraint convert convert_from convert_to corr cos cot
            count covar_pop covar_samp crc32 cross cube cume_dist current_catalog current_database current_date
            current_query current_role current_schema current_schemas current_setting current_time current_timestamp
            current_user currval date_add date_bin date_part date_subtract date_trunc datemultirange daterange dec
            decimal decode default degrees dense_rank diagonal diameter distinct div do else encode enum_first enum_last
            enum_range erf escape every except exclude exists exp explain extract factorial family fetch filter first
            first_value float floor for foreign format format_type from full gcd gen_random_uuid generate_series
            generate_subscripts generated get_bit get_byte greatest group grouping groups has_any_column_privilege
            has_column_privilege has_database_privilege has_function_privilege has_schema_privilege
            has_sequence_privilege has_table_privilege having height host hostmask ilike in include inet_client_addr
            inet_client_port inet_merge inet_same_family inet_server_addr inet_server_port initcap inner insert
            int4multirange int4range int8multirange int8range intersect interval into is isclosed isempty isfinite
            isnull isopen join json_agg json_array json_array_elements json_array_elements_text json_array_length
            json_arrayagg json_build_array json_build_object json_each json_each_text json_exists json_extract_path
            json_extract_path_text json_object json_object_agg json_object_keys json_objectagg json_populate_record
            json_populate_recordset json_query json_scalar json_serialize json_strip_nulls json_table json_to_record
            json_to_recordset json_typeof json_value jsonb_agg jsonb_array_elements jsonb_array_elements_text
            jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text jsonb_extract_path
            jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_agg jsonb_object_keys jsonb_path_exists
            jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first jsonb_populate_record
            jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
            jsonb_to_recordset jsonb_typeof justify_days justify_hours justify_interval key lag last_value lastval
            lateral lcm lead least left length like limit line list ln localtime localtimestamp log log10 lower
            lower_inc lower_inf lpad lseg ltrim make_date make_interval make_time make_timestamp make_timestamptz
            masklen matched materialized max md5 merge_action min mod mode multirange natural nchar netmask network next
            nextval normalize not nothing now npoints nth_value ntile nullif num_nonnulls num_nulls numeric
            nummultirange numnode numrange obj_description octet_length of offset on only operator or order outer over
            overlaps overlay parse_ident partition path pclose percent_rank percentile_cont percentile_disc
            pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_backend_pid pg_blocking_pids pg_cancel_backend
            pg_column_size pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_database_size
            pg_encoding_to_char pg_export_snapshot pg_get_constraintdef pg_get_expr pg_get_functiondef pg_get_indexdef
            pg_get_serial_sequence pg_get_viewdef pg_indexes_size pg_is_in_recovery pg_listening_channels
            pg_my_temp_schema pg_notify pg_relation_size pg_size_bytes pg_size_pretty pg_sleep pg_sleep_for
            pg_sleep_until pg_snapshot_xmax pg_snapshot_xmin pg_stat_get_activity pg_table_is_visible pg_table_size
            pg_terminate_backend pg_total_relation_size pg_trigger_depth pg_try_advisory_xact_lock
            pg_try_advisory_xact_lock_shared pg_typeof pg_visible_in_snapshot pg_xact_status phraseto_tsquery pi
            plainto_tsquery point polygon popen position power precision primary querytree quote_ident quote_literal
            quote_nullable radians radius random random_normal range range_agg range_intersect_agg range_merge rank
            recursive references regexp_count regexp_instr regexp_like regexp_match regexp_matches regexp_replace
            regexp_split_to_array regexp_split_to_table regexp_substr regr_avgx regr_avgy regr_count regr_intercept
            regr_r2 regr_slope regr_sxx regr_sxy regr_syy repeat replace returning returns reverse right rollup round
            row row_number row_security_active row_to_json rows rpad rtrim scale select session_user set set_bit
            set_byte set_masklen sets setval setweight sha224 sha256 sha384 sha512 sign similar sin slope some
            split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp string_agg string_to_array
            string_to_table strip strpos substr substring sum symmetric system table tablesample tan then time timeofday
            timestamp timestamptz timetz timezone to to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
            to_regclass to_regproc to_regtype to_timestamp to_tsquery to_tsvector transaction_timestamp translate trim
            trim_array trim_scale trunc ts_headline ts_rank ts_rank_cd ts_rewrite tsmultirange tsrange tstzmultirange
            tstzrange tsvector_to_array txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_xmax
            txid_snapshot_xmin txid_status txid_visible_in_snapshot union unique unistr unnest update upper upper_inc
            upper_inf user using uuid_extract_timestamp uuid_extract_version uuidv4 uuidv7 values var_pop var_samp
            varbit varchar variance varying verbose version websearch_to_tsquery when where width width_bucket window
            with within xmlagg xmlelement xmlexists xmlforest xmlparse xmlroot xmlserialize xmltable
            """.split("\\s+"));

    private KnownFunctions() {}

    /** Returns whether the list contains {@code name}, which is in lower case. */
    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
