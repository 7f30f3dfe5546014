-- An answer is two or three kilobytes: compressing each costs more time than writing it, and none needs a page of its own.
ALTER TABLE idempotent_results ALTER COLUMN result SET STORAGE EXTERNAL;
ALTER TABLE idempotent_results SET (toast_tuple_target = 8160);
