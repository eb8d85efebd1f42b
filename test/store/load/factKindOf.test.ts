import { FactKind } from '../../../src/domain/FactKind';
import { factKinds } from '../../../src/store/load/factKinds';
import { factKindOf } from '../../../src/store/load/recordLoad';

describe('the kinds of facts that one is told of', () => {
  it('are those that are loaded', () => {
    expect(factKinds.map(({ key }) => factKindOf(key)).sort()).toEqual(Object.values(FactKind).sort());
  });
});
