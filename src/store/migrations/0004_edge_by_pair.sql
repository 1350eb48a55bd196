-- An import asks for each of its relations whether one stands between the same two things. By
-- subject alone that reads every relation of a thing that thousands of rows name.
create index edge_by_pair on edge (tenant, subject, object);
drop index edge_by_subject;
